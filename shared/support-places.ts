import { z } from 'zod';

/** Where this machine keeps what support asks for, as far as it is known without its data. */
export const supportPlaces = z.object({
  version: z.string(),
  dataDir: z.string(),
  logFile: z.string(),
  /** The province's, as it last said; null where it never did. */
  hotline: z.string().nullable(),
});
export type SupportPlaces = z.infer<typeof supportPlaces>;
