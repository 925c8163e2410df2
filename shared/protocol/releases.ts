import { z } from 'zod';
import { appError } from '../error-schema.ts';
import { epochMs } from '../events/event.ts';
import { releaseVersion } from '../updates/release.ts';
import { STAGES } from '../updates/stage.ts';
import { UPDATE_KINDS } from '../updates/state.ts';
import { WAITS } from '../updates/when.ts';

/** `POST /api/point/update`: what a point does about a release. It proves nothing and is no record. */
export const updateReport = z.object({
  version: releaseVersion.nullable(),
  kind: z.enum(UPDATE_KINDS),
  waiting: z.enum(WAITS).nullable().default(null),
  until: epochMs.nullable().default(null),
  error: appError.nullable().default(null),
});
export type UpdateReport = z.infer<typeof updateReport>;

/** One point under a release. `state` null: it told nothing of this release yet. */
export const releasePoint = z.object({
  code: z.string(),
  name: z.string(),
  /** Versions its machines run. */
  versions: z.array(z.string()),
  isFirst: z.boolean(),
  runs: z.boolean(),
  state: z.object({ ...updateReport.omit({ version: true }).shape, at: epochMs }).nullable(),
});
export type ReleasePoint = z.infer<typeof releasePoint>;

/** What is offered to the points now. */
export const offeredRelease = z.object({
  version: releaseVersion,
  signedAt: epochMs,
  addedAt: epochMs,
  actor: z.string(),
  stage: z.enum(STAGES),
  takesBack: z.array(releaseVersion),
  /** Files it names that are not here as signed. */
  missing: z.array(z.string()),
  points: z.array(releasePoint),
});
export type OfferedRelease = z.infer<typeof offeredRelease>;

/** `POST /api/console/releases`: a release as it was signed. */
export const offerRequest = z.object({ jws: z.string().max(20_000) });

/** `POST /api/console/releases/stage` */
export const stageRequest = z.object({ version: releaseVersion, stage: z.enum(STAGES) });
