import { type AppError, appErr } from '../errors.ts';
import { ok, type Result } from '../result.ts';
import type { Installation, Release, ReleaseFile } from './release.ts';
import { compareVersions } from './version.ts';

/** The application as it runs here. */
export interface Running {
  readonly version: string;
  readonly platform: string;
  /** Null: it cannot replace itself. */
  readonly installation: Installation | null;
  /** `signedAt` of the last release that was taken here; 0 before the first. */
  readonly lastSignedAt: number;
}

/**
 * Whether a release, whose signature was verified, is to be taken here, and by which file. `ok(null)`: it runs already.
 * Errors: `update-older` (older than what runs, without being a roll-back of it, or signed before the last one taken),
 * `update-no-file`, `update-not-here`.
 */
export function judgeRelease(release: Release, running: Running): Result<ReleaseFile | null, AppError> {
  const { version, signedAt, takesBack, files } = release;
  const order = compareVersions(version, running.version);
  if (order === 0) return ok(null);
  const rollsBack = order < 0 && takesBack.includes(running.version);
  if ((order < 0 && !rollsBack) || signedAt < running.lastSignedAt) {
    return appErr('update-older', { version, running: running.version });
  }
  if (running.installation === null) return appErr('update-not-here', { version });
  const file = files.find(
    ({ installation, platform }) => installation === running.installation && platform === running.platform,
  );
  return file ? ok(file) : appErr('update-no-file', { version, platform: running.platform });
}
