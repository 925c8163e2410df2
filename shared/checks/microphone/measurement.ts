import { z } from 'zod';
import { OPEN_ERRORS } from '../open-error.ts';

/** One channel, as heard. Levels in dBFS: 0 is full scale, −120 stands for digital zero. */
const channel = z.object({
  /** Every sample was exactly zero. */
  digitalZero: z.boolean(),
  floorDbfs: z.number().max(0),
  /** Null when nothing stood out of the room tone long enough to be speech. */
  speechDbfs: z.number().max(0).nullable(),
  peakDbfs: z.number().max(0),
  /** Runs of ≥ 3 samples at ≥ 0.99 of full scale, or cut off flat at the recording's own peak; one loud click leaves none. */
  clippingRunsPerSecond: z.number().nonnegative(),
  // What older journals lack. Absent says nothing and is not judged.
  /** Stretches of 100 ms with at least one such run: a knock fills one or two, clipped speech many. */
  clippedStretches: z.number().int().nonnegative().optional(),
  /** Mains hum: the power of 50 Hz and its harmonics that stand out of their neighbours; null when none does. */
  humDbfs: z.number().max(0).nullable().optional(),
  /** Gaps of exact zeros cut out of sound, per second: lost packets of the device or its cable. */
  dropoutsPerSecond: z.number().nonnegative().optional(),
  /** Mean of all samples, −1 … 1: direct current. */
  dcOffset: z.number().min(-1).max(1).optional(),
});
export type MicrophoneChannel = z.infer<typeof channel>;

const notOpened = z.object({ opened: z.literal(false), error: z.enum(OPEN_ERRORS), detail: z.string() });

const listened = z.object({
  opened: z.literal(true),
  label: z.string(),
  /** False when the audio engine of this computer did not start: that says nothing about the microphone. */
  engineRan: z.boolean(),
  /** The system or a hardware switch muted it. */
  trackMuted: z.boolean(),
  /** It went away while it was open. */
  stopped: z.boolean(),
  sampleRateHz: z.number().nonnegative(),
  listenedMs: z.number().nonnegative(),
  /** How busy the whole machine was meanwhile, percent. Null when the system did not say; absent in old records. */
  cpuLoadPct: z.number().min(0).max(100).nullable().optional(),
  /** Empty when nothing was recorded. */
  channels: z.array(channel).max(32),
});

/** What the microphone probe brings back. */
export const microphoneMeasurement = z.discriminatedUnion('opened', [notOpened, listened]);
export type MicrophoneMeasurement = z.infer<typeof microphoneMeasurement>;
export type ListenedMicrophone = z.infer<typeof listened>;
