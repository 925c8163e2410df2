import { z } from 'zod';

/** What may be said of a device or a line that is not what it was. The words stand in `words.ts`. */
export const DRIFT_KEYS = [
  'camera-device',
  'camera-resolution',
  'camera-fps',
  'microphone-device',
  'microphone-speech',
  'speaker-device',
  'link-adapter',
  'link-upload',
  'link-download',
  'screen-resolution',
  'encoder-fps',
  'host-memory',
] as const;
export type DriftKey = (typeof DRIFT_KEYS)[number];

/** One difference between what a check measured before and what it measures now: a note, never a verdict. */
export interface Drift<Key extends string = string> {
  readonly key: Key;
  readonly before: string | number;
  readonly after: string | number;
}

const value = z.union([z.string().max(400), z.number()]);

/** As it is filed. The key is any text: another version may know more of them. */
export const drifts = z
  .array(z.object({ key: z.string().max(64), before: value, after: value }))
  .max(16)
  .readonly();
