import { z } from 'zod';
import { epochMs } from '../events/event.ts';

/** `typ` of a release: a compact JWS (Ed25519) over the claims below, by the key whose public half every build carries. */
export const RELEASE_TYP = 'diem-cau-release';

/** How an application came onto its machine. `folder`: unpacked from a tar.gz. */
export const INSTALLATIONS = ['folder', 'appimage', 'deb', 'nsis'] as const;
export type Installation = (typeof INSTALLATIONS)[number];

export const releaseVersion = z
  .string()
  .max(40)
  .regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);

/** One plain file name: no folder, nothing hidden. */
const fileName = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .refine((name) => !name.includes('..'));

export const releaseFile = z.object({
  name: fileName,
  installation: z.enum(INSTALLATIONS),
  /** As Node names them: `linux-x64`, `win32-x64`. */
  platform: z.string().max(40),
  bytes: z.number().int().positive(),
  /** Base64. */
  sha512: z.base64().length(88),
});
export type ReleaseFile = z.infer<typeof releaseFile>;

/** What is signed, away from every hub, and what alone makes a point run something new. */
export const release = z.object({
  version: releaseVersion,
  /** When it was signed. A point never takes one that was signed before the last one it took: none comes back by itself. */
  signedAt: epochMs,
  /** Newer versions that this one may take the place of: a roll-back. */
  takesBack: z.array(releaseVersion).max(20).default([]),
  /** What is new, in a sentence, for the technician. */
  notes: z
    .object({ vi: z.string().max(300), en: z.string().max(300) })
    .nullable()
    .default(null),
  files: z.array(releaseFile).min(1).max(20),
});
export type Release = z.infer<typeof release>;
