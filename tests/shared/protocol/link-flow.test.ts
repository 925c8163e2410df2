import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logArrivals } from '../../../shared/protocol/link-arrivals.ts';
import { decodeFlow, encodeFlow, type LinkFlowHeader } from '../../../shared/protocol/link-flow-wire.ts';
import { LINK_PACE_BYTES, readPace, writePace } from '../../../shared/protocol/link-pace.ts';
import { LINK_REPORT_SAMPLES, readReport, reportSize, writeReport } from '../../../shared/protocol/link-report.ts';
import { LINK_TALLY_PACKETS, readTally, tallySize, writeTally } from '../../../shared/protocol/link-tally.ts';
import { LINK_MAX_BYTES } from '../../../shared/protocol/link-wire.ts';

const HEADER: LinkFlowHeader = { type: 'report', session: '00ff00ff80000001', sequence: 7, sentUs: 5, run: 3, step: 2 };
const NOW_US = 1_790_000_000_000_000;

describe('the datagrams of a flow', () => {
  it('come back as they were, to the microsecond', () => {
    const header = fc.record({
      type: fc.constantFrom(...(['prove', 'challenge', 'pace', 'data', 'report', 'finish', 'tally'] as const)),
      session: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((id) => id.toString(16).padStart(16, '0')),
      sequence: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      sentUs: fc.integer({ min: 0, max: 2 * NOW_US }),
      run: fc.integer({ min: 0, max: 65_535 }),
      step: fc.integer({ min: 0, max: 65_535 }),
    });
    fc.assert(
      fc.property(header, fc.integer({ min: 52, max: LINK_MAX_BYTES }), (said, size) => {
        expect(decodeFlow(encodeFlow(said, size))).toEqual(said);
      }),
    );
  });

  it('are nothing else: any other bytes, sizes and versions are no datagram', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeFlow(bytes)).toBeNull();
      }),
    );
    const bytes = encodeFlow(HEADER, 60);
    bytes[2] = 9;
    expect(decodeFlow(bytes)).toBeNull();
    expect(() => encodeFlow(HEADER, LINK_MAX_BYTES + 1)).toThrow(RangeError);
  });

  it('ask for a pace with its cookie; one of an impossible packet size is none', () => {
    const bytes = encodeFlow({ ...HEADER, type: 'pace' }, LINK_PACE_BYTES);
    const cookie = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
    const pace = { kbps: 22_400, burst: 49, packetBytes: 1_400, mostPackets: 6_300, mostMs: 2_030, even: true };
    writePace(bytes, cookie, pace);
    expect(readPace(bytes)).toEqual({ cookie, pace });
    writePace(bytes, cookie, { ...pace, packetBytes: 1_401 });
    expect(readPace(bytes)).toBeNull();
    expect(readPace(bytes.subarray(0, LINK_PACE_BYTES - 1))).toBeNull();
  });

  it('report what arrived, whichever way packets overtook each other', () => {
    const samples = Array.from({ length: LINK_REPORT_SAMPLES }, (_, n) => ({
      atUs: NOW_US + 2_000 * n,
      sentUs: NOW_US - 3_600_000_000 + 1_900 * (n % 2 === 0 ? n : n - 2),
      delayUs: 3_600_000_000 + 90 * n,
      bytes: 1_428 * (n + 1),
      packets: n + 1,
      sequence: 2 * n,
      step: 1,
    }));
    const strain = { late: 0.125, active: 0.5 };
    const bytes = encodeFlow(HEADER, reportSize(samples.length));
    writeReport(bytes, { strain, samples });
    expect(bytes.byteLength).toBeLessThanOrEqual(LINK_MAX_BYTES);
    expect(readReport(bytes)).toEqual({ strain, samples });
    expect(readReport(bytes.subarray(0, -1))).toBeNull();
  });

  it('tally a whole run in one datagram, to a tenth of a millisecond', () => {
    const delays = Float64Array.from({ length: LINK_TALLY_PACKETS }, (_, n) =>
      n % 7 === 3 ? Number.NaN : 900 * n - 5e9,
    );
    const bytes = encodeFlow({ ...HEADER, type: 'tally' }, tallySize(delays.length));
    const own = { jitterMs: 3.4, latePct: 0.7 };
    writeTally(bytes, { sent: 500, sentBytes: 7_000_000, delays, own });
    const told = readTally(bytes);
    expect(told).toMatchObject({ sent: 500, sentBytes: 7_000_000, own });
    told?.delays.forEach((delay, n) => {
      if (n % 7 === 3) expect(delay).toBeNaN();
      else expect(Math.abs(delay - (900 * n - 5e9))).toBeLessThanOrEqual(50);
    });
    expect(readTally(bytes.subarray(0, -1))).toBeNull();
  });
});

describe('a log of arrivals', () => {
  it('keeps what a delay was at the least beside what it was seen as', () => {
    const log = logArrivals({ mostPackets: 4, everyUs: 0, keepDelays: true });
    log.take({ ...packet(0, 100), unseenUs: 300 });
    log.take(packet(2, 900));
    const { seen, least } = log.delays(3);
    expect([...seen]).toEqual([500, Number.NaN, 500]);
    expect([...least]).toEqual([200, Number.NaN, 500]);
  });

  const packet = (sequence: number, atUs: number) => ({ sequence, atUs, sentUs: atUs - 500, bytes: 100, step: 1 });

  it('counts each packet once, and none beyond its bounds', () => {
    const log = logArrivals({ mostPackets: 10, everyUs: 0 });
    expect([0, 1, 1, 9, 10].map((sequence, n) => log.take(packet(sequence, 10 * n)))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(log.drain().at(-1)).toMatchObject({ bytes: 300, packets: 3 });
    expect(log.drain()).toEqual([]);
  });

  it('puts those of one go together: the last one’s time, the least delay', () => {
    const log = logArrivals({ mostPackets: 10, everyUs: 1_000 });
    log.take({ ...packet(0, 100), sentUs: 0 });
    log.take({ ...packet(1, 900), sentUs: 850 });
    log.take(packet(2, 1_500));
    expect(log.drain()).toMatchObject([
      { atUs: 900, packets: 2, delayUs: 50 },
      { atUs: 1_500, packets: 3, delayUs: 500 },
    ]);
  });
});
