import { z } from 'zod';
import type { JournalEvent } from '../events/journal-event.ts';
import type { ClockOffset } from './entry.ts';

/** A clock offset as measured at a moment of the device's clock. */
export interface ClockReading extends ClockOffset {
  readonly deviceAt: number;
}

/** Quartz of a cheap computer left alone: 50 parts in a million, about 4 s a day. */
const DRIFT_SHARE = 50e-6;

/** No more of the measurement than is needed: what else is measured changes, and what was read of a clock must not. */
const measuredClock = z.object({
  reached: z.literal(true),
  clock: z.object({ offsetMs: z.number(), errorMs: z.number().nonnegative() }),
});

/** What an event says about the clock of its device; null where the line to the province was not measured. */
export function clockReadingOf(event: JournalEvent, deviceAt: number): ClockReading | null {
  if (event.type !== 'check-run') return null;
  const link = event.results.find(({ id }) => id === 'link');
  const measured = measuredClock.safeParse(link?.measurement);
  return measured.success ? { deviceAt, ...measured.data.clock } : null;
}

/** The offset at a moment: of the nearest reading, less sure the further away it is. Null without any reading. */
export function clockAt(readings: readonly ClockReading[], deviceAt: number): ClockOffset | null {
  let best: ClockReading | null = null;
  for (const reading of readings) if (best === null || isNearer(reading, best, deviceAt)) best = reading;
  if (best === null) return null;
  return { offsetMs: best.offsetMs, errorMs: best.errorMs + Math.abs(deviceAt - best.deviceAt) * DRIFT_SHARE };
}

/** Of two equally near ones the smaller error, then the earlier: no order of arrival decides. */
function isNearer(a: ClockReading, b: ClockReading, deviceAt: number): boolean {
  const away = Math.abs(a.deviceAt - deviceAt) - Math.abs(b.deviceAt - deviceAt);
  return (away || a.errorMs - b.errorMs || a.deviceAt - b.deviceAt || a.offsetMs - b.offsetMs) < 0;
}
