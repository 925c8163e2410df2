import type { Ruling } from '../events/rulings.ts';
import type { AttendanceEntry, ClockOffset, PlacedEntry } from './entry.ts';

/** An entry at its time by the province's clock: the device's time corrected by the measured offset where there is one. */
export function place(entry: AttendanceEntry): PlacedEntry {
  if (entry.source === 'point') {
    const { source, id, device, deviceAt, clock, event } = entry;
    const { at, errorMs } = byProvinceClock(deviceAt, clock);
    return { source, id, device, deviceAt, clock, event, at, errorMs, correctedBy: null };
  }
  const { id, at: recordedAt, actor, ruling } = entry.entry;
  const at = holdsFrom(ruling, recordedAt);
  return { source: 'province', id, recordedAt, actor, ruling, at, errorMs: 0, correctedBy: null };
}

export function byProvinceClock(
  deviceAt: number,
  clock: ClockOffset | null,
): { readonly at: number; readonly errorMs: number | null } {
  return clock ? { at: deviceAt + clock.offsetMs, errorMs: clock.errorMs } : { at: deviceAt, errorMs: null };
}

/** What was observed holds from when it was seen, a decision from when it was made. */
function holdsFrom(ruling: Ruling, recordedAt: number): number {
  switch (ruling.type) {
    case 'connection-lost':
    case 'connection-restored':
    case 'absence-observed':
      return ruling.observedAt;
    case 'meeting-closed':
      return ruling.closedAt;
    default:
      return recordedAt;
  }
}
