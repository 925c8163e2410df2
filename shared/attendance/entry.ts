import type { AttendanceFact } from '../events/journal-event.ts';
import type { Ruling, RulingActor, RulingEntry } from '../events/rulings.ts';

/** A device's clock against the province's: what to add to the device's time, and by how much that may be wrong. */
export interface ClockOffset {
  readonly offsetMs: number;
  readonly errorMs: number;
}

/** A fact of the point as it stands in its journal. `id`: the entry's hash; `clock` null where it was not measured. */
export interface PointEntry {
  readonly source: 'point';
  readonly id: string;
  readonly device: string;
  readonly deviceAt: number;
  readonly clock: ClockOffset | null;
  readonly event: AttendanceFact;
}

export interface ProvinceEntry {
  readonly source: 'province';
  readonly entry: RulingEntry;
}

/** Anything attendance is told by. Order and duplicates do not matter. */
export type AttendanceEntry = PointEntry | ProvinceEntry;

/** An entry in its place in time, by the province's clock as far as known. Both times are kept. */
interface Placed {
  readonly id: string;
  readonly at: number;
  /** By how much `at` may be wrong; null where the device's clock was not measured. */
  readonly errorMs: number | null;
  /** Id of the correction that moved or replaced it; null for what stands as it was recorded. */
  readonly correctedBy: string | null;
}

export interface PlacedFact extends Placed {
  readonly source: 'point';
  readonly device: string;
  readonly deviceAt: number;
  readonly clock: ClockOffset | null;
  readonly event: AttendanceFact;
}

export interface PlacedRuling extends Placed {
  readonly source: 'province';
  /** When it was written down, by the hub's clock; `at` is when it holds from. */
  readonly recordedAt: number;
  readonly actor: RulingActor;
  readonly ruling: Ruling;
}

export type PlacedEntry = PlacedFact | PlacedRuling;
