import type { LinkProfile } from './emulate.ts';

/** The spacing of the idle echoes: jitter that is wider than this makes packets wait for the one before, as order is kept. */
const ECHO_EVERY_MS = 20;
const PACKETS = 20_000;

/** What a perfect tool reports of a profile. Rates are of the IP layer, loss is the random one; a full queue adds its own. */
export interface LinkTruth {
  readonly downMbps: number;
  readonly upMbps: number;
  /** Median round trip of the idle line, without what a packet takes to be sent: that belongs to the rate. */
  readonly rttMs: number;
  /** Mean |D| of one-way delays of successive packets, either way. */
  readonly jitterMs: number;
  readonly lossDownPct: number;
  readonly lossUpPct: number;
  readonly lossRoundTripPct: number;
}

/** Loss comes before the queue and the rate: a full line carries its whole rate whatever is lost, so capacity is the rate. */
export function linkTruth(profile: LinkProfile): LinkTruth {
  const { downMbps, upMbps, lossPct = 0, lossDownPct = lossPct, lossUpPct = lossPct } = profile;
  const lossRoundTripPct = 100 * (1 - (1 - lossDownPct / 100) * (1 - lossUpPct / 100));
  return { downMbps, upMbps, ...delaysOf(profile), lossDownPct, lossUpPct, lossRoundTripPct };
}

/** The emulator's own rule (a uniform delay per packet and direction, order kept), followed for many echoes. */
function delaysOf({ rttMs, jitterMs = 0 }: LinkProfile): { rttMs: number; jitterMs: number } {
  const random = uniform();
  const oneWay = () => rttMs / 2 + (random() - 0.5) * jitterMs;
  const rtts: number[] = [];
  let atHub = 0;
  let atPoint = 0;
  let previousUpMs = 0;
  let steps = 0;
  for (let packet = 0; packet < PACKETS; packet += 1) {
    const sent = packet * ECHO_EVERY_MS;
    atHub = Math.max(atHub, sent + oneWay());
    atPoint = Math.max(atPoint, atHub + oneWay());
    rtts.push(atPoint - sent);
    if (packet > 0) steps += Math.abs(atHub - sent - previousUpMs);
    previousUpMs = atHub - sent;
  }
  rtts.sort((a, b) => a - b);
  return { rttMs: rtts[PACKETS / 2] ?? rttMs, jitterMs: steps / (PACKETS - 1) };
}

/** The same sequence every time (mulberry32). */
function uniform(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
