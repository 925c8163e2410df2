import { z } from 'zod';

const days = z.number().int().min(1).max(3650);

/** For how long what names or shows people is kept, in days. The hub deletes it after that and writes down that it did. */
export const retention = z.object({
  /** Room photos, from when they came. */
  photoDays: days,
  /** Photos and PDFs of letters, from when they came. */
  attachmentDays: days,
});
export type Retention = z.infer<typeof retention>;

/** What a province starts with (DOMAIN: photos 30 days); also what counts where its policy is older than these settings. */
export const DEFAULT_RETENTION: Retention = { photoDays: 30, attachmentDays: 365 };
