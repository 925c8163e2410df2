import { z } from 'zod';
import { OPEN_ERRORS } from '../open-error.ts';

/** Why the microphone could not bear witness; `zero` is a stream of digital silence. */
export const WITNESS_FAULTS = [...OPEN_ERRORS, 'muted', 'zero', 'stopped'] as const;

const heardChannel = z.object({
  channel: z.enum(['left', 'right']),
  /** Normalised correlation of the chirp with the recording, at its best place: 0 … 1. */
  correlation: z.number().min(0).max(1),
  /** From the moment the chirp was handed to the output until it was found in the recording. */
  delayMs: z.number(),
  /** Level of the recording where the chirp was found. */
  levelDbfs: z.number().max(0),
});
export type HeardChannel = z.infer<typeof heardChannel>;

const silentOutput = z.object({
  played: z.literal(false),
  /** `no-output`: there is no such output; `engine-not-running`: this computer's audio engine did not start, or lagged. */
  error: z.enum(['no-output', 'engine-not-running']),
  detail: z.string(),
});

const played = z.object({
  played: z.literal(true),
  label: z.string(),
  /** Null when the microphone could bear witness. */
  witnessFault: z.enum(WITNESS_FAULTS).nullable(),
  /** Empty when there was no witness. */
  channels: z.array(heardChannel).max(2),
  /** What a person in the room answered to "did you hear it?". Null or absent: nobody was asked, or nobody answered. */
  humanHeard: z.boolean().nullable().optional(),
});

/** What the speaker probe brings back. */
export const speakerMeasurement = z.discriminatedUnion('played', [silentOutput, played]);
export type PlayedSpeaker = z.infer<typeof played>;
export type SpeakerMeasurement = z.infer<typeof speakerMeasurement>;
