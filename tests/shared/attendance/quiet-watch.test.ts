import { expect, it } from 'vitest';
import { answer, observe, proposalsOf, type QuietWatch } from '../../../shared/attendance/quiet-watch.ts';

const MIN = 10_000;
const see = (watch: QuietWatch, isThere: boolean, at: number) => observe(watch, 'line', isThere, at, MIN);

it('proposes what is gone for long enough, while it lasts and after', () => {
  const gone = see([], false, 1000);
  expect(proposalsOf(gone, 10_999, MIN)).toEqual([]);
  expect(proposalsOf(gone, 11_000, MIN)).toMatchObject([{ kind: 'line', from: 1000, to: null }]);
  const back = see(gone, true, 31_000);
  expect(proposalsOf(back, 31_000, MIN)).toMatchObject([{ from: 1000, to: 31_000 }]);
});

it('forgets a flicker', () => {
  expect(see(see([], false, 1000), true, 5000)).toEqual([]);
});

it('takes the same observation once', () => {
  const gone = see([], false, 1000);
  expect(see(gone, false, 2000)).toBe(gone);
  expect(see([], true, 0)).toEqual([]);
});

it('does not propose again what was answered, but does when it comes back', () => {
  const gone = see([], false, 1000);
  const waved = answer(gone, gone[0]!);
  expect(proposalsOf(see(waved, false, 50_000), 90_000, MIN)).toEqual([]);
  const again = see(see(waved, true, 60_000), false, 70_000);
  expect(proposalsOf(again, 90_000, MIN)).toMatchObject([{ from: 70_000 }]);
});

it('keeps the kinds apart', () => {
  const both = observe(see([], false, 0), 'camera', false, 5000, MIN);
  expect(proposalsOf(observe(both, 'line', true, 60_000, MIN), 60_000, MIN).map(({ kind, to }) => [kind, to])).toEqual([
    ['line', 60_000],
    ['camera', null],
  ]);
});
