import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedQuery, firstForm } from '../../../renderer/province/reports/asked.ts';
import { formatDate } from '../../../shared/strings/format.ts';

const NOW = Date.parse('2026-01-31T08:00:00+07:00');
const formOf = (kind: 'readiness' | 'discipline', query: string) =>
  firstForm(kind, new URLSearchParams(query), 'last', NOW);

describe('what a report’s address asks for', () => {
  it.each([
    ['discipline', '', { meeting: '', from: '01/01/2026', to: '31/01/2026' }],
    ['discipline', 'from=2025-10-01&to=2025-12-31', { meeting: '', from: '01/10/2025', to: '31/12/2025' }],
    ['discipline', 'from=2025-10-01', { from: '01/10/2025', to: '31/01/2026' }],
    ['discipline', 'from=2026-02-30&to=yesterday', { from: '01/01/2026', to: '31/01/2026' }],
    ['discipline', 'meeting=m1&cluster=C%E1%BB%A5m+1&point=10001', { meeting: 'm1', cluster: 'Cụm 1', point: '10001' }],
    ['readiness', '', { meeting: 'last', cluster: '', point: '' }],
    ['readiness', 'meeting=m1', { meeting: 'm1' }],
  ] as const)('%s?%s', (kind, query, form) => expect(formOf(kind, query)).toMatchObject(form));

  it('is what stood in the form it was made from', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => formatDate(days * 86_400_000));
    const word = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.record({ meeting: word, from: day, to: day, cluster: word, point: word }), (form) => {
        const again = formOf('discipline', askedQuery(form).toString());
        // Of one meeting, a period says nothing.
        const { meeting, cluster, point } = form;
        expect(again).toMatchObject(meeting === '' ? form : { meeting, cluster, point });
      }),
    );
  });
});
