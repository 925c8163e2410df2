import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionNews } from '../../../shared/attendance/connection-news.ts';

const SECOND = 1000;
const START = 1_769_820_000_000;
const silentMs = 180 * SECOND;

describe('what a hub observes of a line', () => {
  const of = (status: 'no-data' | 'online' | 'lost', since: number | null, lastContactAt: number | null, now: number) =>
    connectionNews({ status, since }, { lastContactAt, startsAt: START, now, silentMs })?.type ?? null;

  it.each([
    ['a point never heard of has lost nothing', of('no-data', null, null, START + 600 * SECOND), null],
    ['nor one that was not heard of since', of('no-data', null, START - 3600 * SECOND, START + 60 * SECOND), null],
    [
      'heard a moment ago, it is online',
      of('no-data', null, START + 50 * SECOND, START + 60 * SECOND),
      'connection-restored',
    ],
    ['which is written down once', of('online', START + 50 * SECOND, START + 55 * SECOND, START + 60 * SECOND), null],
    ['a minute of silence is nothing', of('online', START, START + 60 * SECOND, START + 120 * SECOND), null],
    [
      'three minutes are a lost line',
      of('online', START, START + 60 * SECOND, START + 241 * SECOND),
      'connection-lost',
    ],
    [
      'which is written down once, too',
      of('lost', START + 60 * SECOND, START + 60 * SECOND, START + 900 * SECOND),
      null,
    ],
    [
      'and heard again it is back',
      of('lost', START + 60 * SECOND, START + 890 * SECOND, START + 900 * SECOND),
      'connection-restored',
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it('never says of a point that was not heard of since the start that its line was lost', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(7_200_000), (before, after) => {
        expect(of('no-data', null, START - 1 - before, START + after)).not.toBe('connection-lost');
      }),
    );
  });
});
