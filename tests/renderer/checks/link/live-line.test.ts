import { expect, it } from 'vitest';
import { withLine } from '../../../../renderer/checks/link/live-line.ts';

const sample = (atMs: number) => ({ phase: 'echo', atMs, rttMs: 10 }) as const;

it('gathers samples, and keeps the place in the queue until another is told', () => {
  const queued = withLine(undefined, [], { place: 3, estimateMs: 9_000 });
  const measuring = withLine(withLine(queued, [sample(0)], undefined), [sample(50)], undefined);
  expect(measuring).toEqual({
    kind: 'line',
    samples: [sample(0), sample(50)],
    waiting: { place: 3, estimateMs: 9_000 },
  });
  expect(withLine(measuring, [], null).waiting).toBeNull();
});

it('stays bounded, whatever a probe tells', () => {
  const flood = Array.from({ length: 5_000 }, (_, index) => sample(index));
  const { samples } = withLine(withLine(undefined, flood, undefined), [sample(9_999)], undefined);
  expect(samples.length).toBe(2_000);
  expect(samples.at(-1)).toEqual(sample(9_999));
});
