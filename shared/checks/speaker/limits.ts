import { z } from 'zod';

/** What the speaker check is judged by. */
export const speakerLimits = z.object({
  /** Normalised correlation (0 … 1) of the chirp from which it counts as heard. */
  heardFromCorrelation: z.number().min(0).max(1),
});
export type SpeakerLimits = z.infer<typeof speakerLimits>;
