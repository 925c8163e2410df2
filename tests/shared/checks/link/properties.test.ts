import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkReached, LinkThroughput } from '../../../../shared/checks/link/measurement.ts';
import { judgeLink } from '../../../../shared/checks/link/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { badness } from '../rule-suite.ts';
import { echoesLosing, GOOD_LINE, mediaOf, wayLosing } from './fixtures.ts';

const LIMITS = DEFAULT_POLICY.checks.link;
const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });
const rate = (mbps: number, change: Partial<LinkThroughput> = {}): LinkThroughput => ({
  mbps,
  limitedBy: 'line',
  bytes: 1,
  durationMs: 1,
  ...change,
});

/** A line of any quality at all: everything below is about what one more step of worse does to its verdict. */
const anyLine: fc.Arbitrary<LinkReached> = fc
  .record({
    lostUp: fc.integer({ min: 0, max: 100 }),
    lostDown: fc.integer({ min: 0, max: 100 }),
    lostEchoes: fc.integer({ min: 0, max: 30 }),
    sent: fc.constantFrom(50, 120, 200),
    late: amount(30),
    rtt: amount(400),
    loaded: amount(800),
    jitter: amount(60),
    up: amount(8),
    down: amount(8),
    limitedBy: fc.constantFrom('line', 'cap', 'processor'),
    stable: fc.constantFrom(true, false, undefined),
    streamed: fc.boolean(),
    overUdp: fc.boolean(),
    reached: fc.boolean(),
  })
  .map((given) => ({
    ...GOOD_LINE,
    ...(given.streamed && given.overUdp
      ? mediaOf({ up: wayLosing(given.lostUp, 1000, { latePct: given.late }), down: wayLosing(given.lostDown) })
      : {}),
    udp: given.overUdp ? echoesLosing(given.lostEchoes, given.sent) : null,
    rttMsP50: given.rtt,
    loadedRttMs: { upload: given.loaded, download: null },
    jitterMs: given.jitter,
    upload: rate(given.up, { limitedBy: given.limitedBy, stable: given.stable }),
    download: rate(given.down),
    platform: [{ name: 'A', host: 'a.example', port: 443, reached: given.reached, ms: null, cause: null }],
  }));

/** One value made worse, everything else left as it is. */
const WORSE: Readonly<Record<string, (line: LinkReached, by: number) => LinkReached>> = {
  'a slower upload': (line, by) => ({
    ...line,
    upload: line.upload && { ...line.upload, mbps: line.upload.mbps * by },
  }),
  'a slower download': (line, by) => ({
    ...line,
    download: line.download && { ...line.download, mbps: line.download.mbps * by },
  }),
  'a longer round trip': (line, by) => ({ ...line, rttMsP50: line.rttMsP50 + 400 * (1 - by) }),
  'more jitter': (line, by) => ({ ...line, jitterMs: line.jitterMs + 60 * (1 - by) }),
  'more delay under load': (line, by) => ({
    ...line,
    loadedRttMs: { upload: (line.loadedRttMs?.upload ?? 0) + 800 * (1 - by), download: null },
  }),
  'more echoes lost': (line, by) => {
    if (!line.udp) return line;
    const { sent, received } = line.udp;
    return { ...line, udp: echoesLosing(Math.round(sent - received * by), sent) };
  },
  'more packets lost on the way up': (line, by) =>
    line.media
      ? {
          ...line,
          media: {
            ...line.media,
            up: wayLosing(Math.round(1000 - line.media.up.received * by), 1000, { latePct: line.media.up.latePct }),
          },
        }
      : line,
  'more packets late': (line, by) =>
    line.media
      ? { ...line, media: { ...line.media, up: { ...line.media.up, latePct: line.media.up.latePct + 70 * (1 - by) } } }
      : line,
  'a clock further off': (line, by) => ({ ...line, clock: { ...line.clock, offsetMs: 200_000 * (1 - by) + 40 } }),
  'a server out of reach': (line) => ({ ...line, platform: line.platform?.map((one) => ({ ...one, reached: false })) }),
  'a line that broke': (line) => ({ ...line, interruptedDuring: 'media' }),
};

describe('whatever the line is like', () => {
  it.each(Object.entries(WORSE))('%s never gives a better verdict', (_name, worsen) => {
    fc.assert(
      fc.property(anyLine, fc.double({ min: 0, max: 1, noNaN: true }), (line, by) => {
        expect(badness(judgeLink(worsen(line, by), LIMITS))).toBeGreaterThanOrEqual(badness(judgeLink(line, LIMITS)));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['upload', { upload: null }],
    ['download', { download: null }],
    ['anything over UDP', { udp: null, transport: 'udp' as const, media: null }],
    ['a steady line', { interruptedDuring: 'download' as const }],
  ])('without %s it never passes', (_name, without) => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(judgeLink({ ...line, ...without }, LIMITS).verdict).not.toBe('pass');
      }),
    );
  });

  it('a receiver that looked late never makes it worse than as it was seen, and without a doubt left changes nothing', () => {
    const way = fc.record({ latePct: amount(100), own: amount(100), jitterMs: amount(80), ownJitter: amount(80) });
    fc.assert(
      fc.property(way, way, ({ latePct, own, jitterMs, ownJitter }, other) => {
        const seen = { latePct, jitterMs };
        const judged = (change: object, down: object = {}) =>
          judgeLink(
            { ...GOOD_LINE, ...mediaOf({ up: wayLosing(0, 500, change), down: wayLosing(0, 500, down) }) },
            LIMITS,
          );
        const doubted = judged({
          ...seen,
          own: { jitterMs: Math.min(jitterMs, ownJitter), latePct: Math.min(latePct, own) },
        });
        const asSeen = judged(seen);
        if (asSeen.verdict === 'pass') expect(doubted.verdict).toBe('pass');
        if (doubted.verdict === 'fail') expect(asSeen.verdict).toBe('fail');
        if (doubted.verdict === 'warn') expect(['warn', 'fail']).toContain(asSeen.verdict);
        expect(judged({ ...seen, own: { jitterMs: 0, latePct: 0 } }, other)).toEqual(judged(seen, other));
      }),
    );
  });

  it('a fault of loss stands on the low end of its interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (sent, share) => {
        const udp = echoesLosing(Math.floor(sent * share), sent);
        const { findings } = judgeLink({ ...GOOD_LINE, udp }, { ...LIMITS, audioMos: undefined });
        const failed = findings.some(({ verdict }) => verdict === 'fail');
        expect(failed).toBe(udp.lossLowPct > LIMITS.lossPct.failAbove);
      }),
    );
  });
});
