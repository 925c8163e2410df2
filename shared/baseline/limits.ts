import { z } from 'zod';

const share = z.number().min(0).max(1);

/** From which change on a word is worth it. The first values also serve policies written before there were any. */
export const driftLimits = z
  .object({
    /** Frames a second of the camera and the encoder, as a share of what they were. */
    fpsBelowShare: share,
    /** Throughput of the line, as a share of what it was. */
    rateBelowShare: share,
    /** Memory of the machine, as a share of what it was. */
    memoryBelowShare: share,
    /** Level of speech, louder or quieter, dB. */
    speechByDb: z.number().positive(),
  })
  .default({ fpsBelowShare: 0.75, rateBelowShare: 0.5, memoryBelowShare: 0.75, speechByDb: 10 });
export type DriftLimits = z.infer<typeof driftLimits>;
