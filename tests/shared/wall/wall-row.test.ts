import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import { VERDICTS } from '../../../shared/checks/verdict.ts';
import { readinessRow } from '../../../shared/protocol/console.ts';
import { wallRow } from '../../../shared/protocol/wall.ts';
import { marksOf, wallRowOf } from '../../../shared/wall/wall-row.ts';

it('gives back the verdict of every check it was made from', () => {
  const verdicts = fc.array(fc.constantFrom(...VERDICTS), {
    minLength: CHECK_IDS.length,
    maxLength: CHECK_IDS.length,
  });
  fc.assert(
    fc.property(verdicts, (of) => {
      const checks = Object.fromEntries(
        CHECK_IDS.map((id, i) => [id, { verdict: of[i], reason: 'ok', values: {}, at: 1 }]),
      );
      const row = readinessRow.parse({
        point: { code: '1', name: 'Xã A' },
        state: 'incomplete',
        checks,
        manual: { required: 11, answered: 4, no: ['a'] },
        leader: null,
        policyVersion: null,
        lastRunAt: 1,
        lastContactAt: 2,
      });
      const short = wallRow.parse(wallRowOf(row, 'Cụm Đông'));
      expect(marksOf(short)).toEqual(of);
      expect(short).toMatchObject({ cluster: 'Cụm Đông', manualNo: 1, manualLeft: 7 });
    }),
  );
});
