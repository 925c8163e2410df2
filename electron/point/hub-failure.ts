import { type AppError, appErr } from '../../shared/errors.ts';
import { WrongCertificate } from './hub-transport.ts';

type Failure = 'cancelled' | 'hub-unreachable' | 'hub-timeout' | 'hub-wrong-certificate' | 'hub-not-a-hub';

/** First match wins. Codes of the operating system, OpenSSL's verification (`X509_V_ERR_…`), TLS, zlib and undici. */
const FAILURES: readonly (readonly [RegExp, Failure])[] = [
  // The client was closed under a request: the software is ending.
  [/^UND_ERR_(DESTROYED|CLOSED|ABORTED)$/, 'cancelled'],
  [/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/, 'hub-timeout'],
  [/^UND_ERR_(CONNECT_TIMEOUT|SOCKET|INFO)$/, 'hub-unreachable'],
  [/^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|PATH_LENGTH_|HOSTNAME_MISMATCH)/, 'hub-wrong-certificate'],
  [/^ERR_TLS_CERT_ALTNAME_/, 'hub-wrong-certificate'],
  // An answer that is no HTTP, no TLS, or far too long.
  [/^(EPROTO$|ERR_SSL_|ERR_TLS_|Z_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES)/, 'hub-not-a-hub'],
  // ECONNREFUSED, ECONNRESET, EHOSTUNREACH, ENOTFOUND, EAI_AGAIN, …
  [/^E[A-Z0-9]+(_[A-Z]+)?$/, 'hub-unreachable'],
];

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
  const failure = FAILURES.find(([pattern]) => pattern.test(code))?.[1];
  if (failure === undefined) throw error;
  return appErr(failure, failure === 'hub-unreachable' || failure === 'hub-not-a-hub' ? { host } : {}).error;
}

/** The first code along the chain of causes; Node gathers the tries of several addresses in an AggregateError. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string' && error.code !== 'UND_ERR') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : '';
}
