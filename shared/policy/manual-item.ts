import { z } from 'zod';

/** One line of the manual checklist. The province edits it, so its words travel with it. */
export const manualItem = z.object({
  id: z.string().min(1).max(64),
  required: z.boolean(),
  vi: z.string().min(1).max(300),
  en: z.string().min(1).max(300),
});
export type ManualItem = z.infer<typeof manualItem>;
