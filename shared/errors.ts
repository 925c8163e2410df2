import { z } from 'zod';

/**
 * Every expected failure that crosses a boundary (IPC, HTTP, command line), with the HTTP status the hub answers with.
 * The words for each stand in `strings/<locale>/errors.ts`, with what to do about it.
 */
export const ERRORS = {
  'input-invalid': 400,
  'auth-required': 401,
  'auth-wrong': 401,
  'auth-locked': 429,
  'auth-forbidden': 403,
  'auth-clock': 401,
  'rate-limited': 429,
  'not-found': 404,
  'enrolment-bad-code': 400,
  'enrolment-used': 409,
  'enrolment-expired': 410,
  'enrolment-already': 409,
  'enrolment-missing': 409,
  'device-revoked': 403,
  'journal-bad-signature': 422,
  'journal-bad-chain': 409,
  'journal-gap': 409,
  'journal-corrupt': 500,
  'storage-failed': 500,
  'settings-corrupt': 500,
  'key-protected': 409,
  'key-unreadable': 500,
  'hub-unreachable': 503,
  'hub-timeout': 504,
  'hub-not-a-hub': 502,
  'hub-wrong-certificate': 502,
  'hub-busy': 503,
  'pin-wrong': 401,
  'pin-locked': 429,
  'pin-missing': 409,
  'pin-weak': 400,
  'pin-already-set': 409,
  'pin-code-needed': 409,
  'pin-code-wrong': 401,
  'pin-code-unknown': 404,
  'pin-code-expired': 410,
  'pin-code-used': 409,
  'roster-unknown-person': 404,
  'person-known': 409,
  'person-designated': 409,
  'proposal-decided': 409,
  'meeting-unknown': 404,
  'meeting-cancelled': 409,
  'meeting-changed': 409,
  'call-taken': 409,
  'ask-over': 410,
  'ask-many': 429,
  'substitute-incomplete': 400,
  'seat-out-of-turn': 409,
  'incident-unknown': 404,
  'entry-unknown': 404,
  'attachment-type': 415,
  'attachment-size': 413,
  'sound-no-output': 404,
  'sound-output-missing': 404,
  'sound-not-playing': 503,
  cancelled: 499,
  'cursor-unknown': 400,
  'cursor-expired': 410,
  'webhook-address': 400,
  'import-bad-row': 400,
  'point-known': 409,
  'point-retired': 409,
  'point-invited': 409,
  'policy-changed': 409,
  'policy-contradiction': 400,
  'auth-disabled': 403,
  'account-known': 409,
  'account-unknown': 404,
  'account-last-admin': 409,
  'password-weak': 400,
  'update-bad-name': 400,
  'update-too-large': 413,
  'update-busy': 409,
  'update-incomplete': 409,
  'backup-corrupt': 422,
  'backup-newer': 409,
  'province-not-empty': 409,
  'window-untrusted': 403,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

/** An expected failure: a code with words in both languages, and the values those words mention. */
export const appError = z.object({
  code: z.enum(ERROR_CODES),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type AppError = z.infer<typeof appError>;

export function appErr(
  code: ErrorCode,
  values: Readonly<Record<string, string | number>> = {},
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: { code, values: { ...values } } };
}
