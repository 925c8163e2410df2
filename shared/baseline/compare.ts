import { rounded } from '../checks/rounded.ts';
import type { Drift, DriftKey } from './drift.ts';

type Note = Drift<DriftKey> | null;
export type Notes = readonly Note[];
type Measured = number | null | undefined;
interface Size {
  readonly width: number;
  readonly height: number;
}

/** What systems call whatever device is theirs at the moment: no name to know a device by. */
const NAMELESS = ['', 'default'];

/** Another device by its name. The system's default carries a prefix ("Default - USB camera"): that is the same device. */
export function otherDevice(key: DriftKey, before: string, after: string): Note {
  const unknown = [before, after].some((label) => NAMELESS.includes(label.trim().toLowerCase()));
  const same = before === after || before.endsWith(` - ${after}`) || after.endsWith(` - ${before}`);
  return unknown || same ? null : { key, before, after };
}

/** Fewer pixels than before. More of them is no reason for a note. */
export function smaller(key: DriftKey, before: Size, after: Size): Note {
  const drifted = after.width * after.height < before.width * before.height;
  return drifted ? { key, before: sizeText(before), after: sizeText(after) } : null;
}

/** Less than `share` of what it was. */
export function dropped(key: DriftKey, before: Measured, after: Measured, share: number): Note {
  if (before == null || after == null || after >= before * share) return null;
  return { key, before: rounded(before), after: rounded(after) };
}

/** At least `by` more or less than it was. */
export function shifted(key: DriftKey, before: Measured, after: Measured, by: number): Note {
  if (before == null || after == null || Math.abs(after - before) < by) return null;
  return { key, before: rounded(before), after: rounded(after) };
}

function sizeText({ width, height }: Size): string {
  return `${width}×${height}`;
}
