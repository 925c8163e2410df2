import { type AppError, appErr } from '../errors.ts';
import { ok, type Result } from '../result.ts';

/** What a letter's photo or PDF may weigh, in MB as people read it; never more than it is. */
export function mostMegabytes(maxBytes: number): number {
  return Math.floor((maxBytes / 2 ** 20) * 10) / 10;
}

/** Error: `attachment-size`. */
export function fittingSize(bytes: number, maxBytes: number): Result<null, AppError> {
  return bytes > maxBytes ? appErr('attachment-size', { limit: mostMegabytes(maxBytes) }) : ok(null);
}
