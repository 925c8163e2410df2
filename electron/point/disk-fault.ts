import { type AppError, appErr } from '../../shared/errors.ts';

/** As the system says it, or a program that was run: tar says it in words. */
const FULL = /\b(ENOSPC|EDQUOT)\b|no space left|disk quota exceeded/i;
const LONGEST_DETAIL = 300;

/**
 * A file that could not be written, as a failure with words. A full disk has its own, with what to do about it; of anything else
 * `otherwise` says what failed, and the system's own words why.
 */
export function diskFault(error: unknown, otherwise: 'storage-failed' | 'update-failed'): AppError {
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.test(code) || FULL.test(detail)) return appErr('disk-full').error;
  return appErr(otherwise, { detail: detail.slice(0, LONGEST_DETAIL) }).error;
}
