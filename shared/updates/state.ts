import { z } from 'zod';
import { appError } from '../error-schema.ts';
import { epochMs } from '../events/event.ts';
import { releaseVersion } from './release.ts';
import { WAITS } from './when.ts';

const waiting = z.object({ why: z.enum(WAITS), until: epochMs.nullable() });
const notes = z.object({ vi: z.string(), en: z.string() }).nullable();

export const UPDATE_KINDS = ['none', 'waiting', 'fetching', 'ready', 'installing', 'failed', 'installed'] as const;

/** What a point does about an update, for its own window and for the province. */
export const updateState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** Not fetched yet, and why. */
  z.object({ kind: z.literal('waiting'), version: releaseVersion, waiting }),
  z.object({ kind: z.literal('fetching'), version: releaseVersion, fraction: z.number().min(0).max(1) }),
  /** Fetched and verified; it installs itself once nothing is waited for. */
  z.object({
    kind: z.literal('ready'),
    version: releaseVersion,
    notes,
    waiting: waiting.nullable(),
    mayPostpone: z.boolean(),
  }),
  z.object({ kind: z.literal('installing'), version: releaseVersion }),
  /** It comes to nothing, or is tried again by itself at `nextTryAt`. */
  z.object({
    kind: z.literal('failed'),
    version: releaseVersion.nullable(),
    error: appError,
    nextTryAt: epochMs.nullable(),
  }),
  /** It runs since then. */
  z.object({ kind: z.literal('installed'), version: releaseVersion, at: epochMs }),
]);
export type UpdateState = z.infer<typeof updateState>;
