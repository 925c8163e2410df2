import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overallOf } from '../../../shared/checks/overall.ts';
import { VERDICTS, type Verdict } from '../../../shared/checks/verdict.ts';

const verdict = fc.constantFrom<Verdict>(...VERDICTS);

describe('the overall verdict', () => {
  it.each([
    [['pass', 'pass'], 'ready'],
    [['pass', 'warn'], 'ready-with-notes'],
    [['warn', 'fail', 'unmeasured'], 'not-ready'],
    [['pass', 'unmeasured'], 'unmeasured'],
    [['warn', 'not-run'], 'unmeasured'],
    [[], 'unmeasured'],
  ] as const)('of %j is %s', (verdicts, expected) => {
    expect(overallOf(verdicts)).toBe(expected);
  });

  it('never calls a point ready, or at fault, because of what was not measured', () => {
    fc.assert(
      fc.property(fc.array(verdict), fc.constantFrom<Verdict>('unmeasured', 'not-run'), (others, missing) => {
        const overall = overallOf([...others, missing]);
        expect(overall).toBe(others.includes('fail') ? 'not-ready' : 'unmeasured');
      }),
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(verdict), (verdicts) => {
        expect(overallOf([...verdicts].reverse())).toBe(overallOf(verdicts));
      }),
    );
  });
});
