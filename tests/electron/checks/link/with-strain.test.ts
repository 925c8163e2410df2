import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steadyPart } from '../../../../electron/checks/link/busy-period.ts';
import type { FlowEstimate } from '../../../../electron/checks/link/flow-control.ts';
import { withStrain } from '../../../../electron/checks/link/with-strain.ts';
import { type ArrivalSample, logArrivals } from '../../../../shared/protocol/link-arrivals.ts';

const PACKET = 1_428;
const CALM = { late: 0, active: 0.2 };
const STRAINED = { late: 0.4, active: 0.5 };

/** A full line of that rate, seen by a receiver that looks only at these times. */
function seen(mbps: number, looksUs: readonly number[]): readonly ArrivalSample[] {
  const everyUs = (8 * PACKET) / mbps;
  const log = logArrivals({ mostPackets: 20_000, everyUs: 1_000 });
  let sequence = 0;
  for (const atUs of looksUs) {
    for (; sequence * everyUs <= atUs; sequence += 1) {
      log.take({ atUs, bytes: PACKET, sequence, sentUs: sequence * everyUs, step: 1 });
    }
  }
  return log.drain();
}

const line = (mbps: number): FlowEstimate => ({ mbps, limitedBy: 'line', stable: true, delayUs: 30_000 });

it('leaves what a receiver saw that kept up as it is', () => {
  const samples = seen(50, [0, 100_000, 200_000]);
  expect(withStrain(line(57), CALM, samples)).toEqual(line(57));
});

it('never claims more of a line than it carried, however a strained receiver looked', () => {
  const gaps = fc.array(fc.integer({ min: 200, max: 90_000 }), { minLength: 30, maxLength: 60 });
  const tried = fc.property(fc.integer({ min: 2, max: 150 }), gaps, (mbps, between) => {
    let atUs = 0;
    const samples = seen(mbps, [0, ...between.map((gap) => (atUs += gap))]);
    // As much as any part of it looks like, and more.
    const claimed = withStrain(line(1.3 * mbps), STRAINED, samples);
    expect(claimed).toMatchObject({ limitedBy: 'processor', busyEnd: 'receiver' });
    expect(claimed.mbps).toBeLessThanOrEqual(mbps);
    expect(claimed.mbps).toBeGreaterThan(0.5 * mbps);
  });
  fc.assert(tried);
});

it('does not make more of an estimate that is less', () => {
  const samples = seen(
    50,
    Array.from({ length: 300 }, (_, n) => n * 1_000),
  );
  expect(steadyPart(samples)?.mbps).toBeCloseTo(50, 0);
  expect(withStrain(line(20), STRAINED, samples).mbps).toBe(20);
});
