import { type AppError, appErr } from '../../shared/errors.ts';
import { WrongCertificate } from './hub-transport.ts';

/** Operating system and resolver errors (`ECONNREFUSED`, `ENOTFOUND`, `EAI_AGAIN`, …), and undici's two for the same. */
const UNREACHABLE = /^(E[A-Z]+(_[A-Z]+)?|UND_ERR_CONNECT_TIMEOUT|UND_ERR_SOCKET)$/;
const TIMED_OUT = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const WRONG_CERTIFICATE = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_SIGNATURE_FAILURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * What went wrong between here and the hub, in the terms a technician can act on. `host` is how the address names it.
 * An error that no network explains is a bug and thrown on.
 */
export function hubFailure(error: unknown, host: string, cancelled: boolean): AppError {
  if (cancelled) return appErr('cancelled').error;
  if (!(error instanceof Error)) throw error;
  if (error instanceof WrongCertificate) return appErr('hub-wrong-certificate').error;
  if (error.name === 'TimeoutError') return appErr('hub-timeout').error;
  if (error.name === 'HTTPParserError') return appErr('hub-not-a-hub', { host }).error;
  const code = codeOf(error);
  // The client was closed under a request: the software is ending.
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') return appErr('cancelled').error;
  if (TIMED_OUT.has(code)) return appErr('hub-timeout').error;
  if (WRONG_CERTIFICATE.has(code)) return appErr('hub-wrong-certificate').error;
  if (speaksSomethingElse(code)) return appErr('hub-not-a-hub', { host }).error;
  if (UNREACHABLE.test(code)) return appErr('hub-unreachable', { host }).error;
  throw error;
}

/** An answer that is no HTTP, no TLS, or far too long. */
function speaksSomethingElse(code: string): boolean {
  return /^(ERR_SSL_|ERR_TLS_|EPROTO$|UND_ERR_RES_|UND_ERR_RESPONSE|Z_)/.test(code);
}

/** The first code along the chain of causes; Node gathers the tries of several addresses in an AggregateError. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string' && error.code !== 'UND_ERR') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : '';
}
