import type { ArrivalSample } from './link-arrivals.ts';
import { bodyView } from './link-flow-wire.ts';
import { LINK_HEADER_BYTES, LINK_MAX_BYTES } from './link-wire.ts';

/**
 * Body of a `report`: u16 and u16 the hub's strain, late and active, per mille · u16 samples · f64 hub's clock and
 * f64 point's clock they are relative to · then each: u32 at · u32 sent · i32 least delay beyond that of the two clocks ·
 * u32 bytes · u32 sequence · u16 packets · u16 step.
 */
const HEAD_BYTES = 22;
const SAMPLE_BYTES = 24;
export const LINK_REPORT_SAMPLES = Math.floor((LINK_MAX_BYTES - LINK_HEADER_BYTES - HEAD_BYTES) / SAMPLE_BYTES);

export interface LinkReport {
  /** Of the receiver's time since the run began, what it came too late to look, and what it was at work; 0 to 1. */
  readonly strain: { readonly late: number; readonly active: number };
  readonly samples: readonly ArrivalSample[];
}

export function reportSize(samples: number): number {
  return LINK_HEADER_BYTES + HEAD_BYTES + samples * SAMPLE_BYTES;
}

/** Writes at most `LINK_REPORT_SAMPLES` samples (at least one) into a datagram of `reportSize`. */
export function writeReport(bytes: Uint8Array, { strain, samples }: LinkReport): void {
  const first = samples[0];
  if (!first) throw new RangeError('a report without samples');
  const view = bodyView(bytes);
  view.setUint16(0, Math.round(1000 * strain.late));
  view.setUint16(2, Math.round(1000 * strain.active));
  view.setUint16(4, samples.length);
  view.setFloat64(6, first.atUs);
  view.setFloat64(14, first.sentUs);
  const delay = first.atUs - first.sentUs;
  samples.forEach((sample, index) => {
    const at = HEAD_BYTES + index * SAMPLE_BYTES;
    view.setUint32(at, sample.atUs - first.atUs);
    // Packets may overtake each other.
    view.setInt32(at + 4, sample.sentUs - first.sentUs);
    view.setInt32(at + 8, clampInt32(sample.delayUs - delay));
    view.setUint32(at + 12, sample.bytes);
    view.setUint32(at + 16, sample.sequence);
    view.setUint16(at + 20, sample.packets);
    view.setUint16(at + 22, sample.step);
  });
}

/** Null for a body that is not as long as it says. */
export function readReport(bytes: Uint8Array): LinkReport | null {
  const view = bodyView(bytes);
  if (view.byteLength < HEAD_BYTES) return null;
  const count = view.getUint16(4);
  if (view.byteLength !== HEAD_BYTES + count * SAMPLE_BYTES) return null;
  const atUs = view.getFloat64(6);
  const sentUs = view.getFloat64(14);
  const samples = Array.from({ length: count }, (_, index) => {
    const at = HEAD_BYTES + index * SAMPLE_BYTES;
    return {
      atUs: atUs + view.getUint32(at),
      sentUs: sentUs + view.getInt32(at + 4),
      delayUs: atUs - sentUs + view.getInt32(at + 8),
      bytes: view.getUint32(at + 12),
      sequence: view.getUint32(at + 16),
      packets: view.getUint16(at + 20),
      step: view.getUint16(at + 22),
    };
  });
  return { strain: { late: view.getUint16(0) / 1000, active: view.getUint16(2) / 1000 }, samples };
}

function clampInt32(value: number): number {
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.round(value)));
}
