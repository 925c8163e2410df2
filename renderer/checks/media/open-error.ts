import type { OpenError } from '../../../shared/checks/open-error.ts';

/** A device that did not open. `detail` is the browser's own name of the fault, for the log and the hotline. */
export interface OpenFailure {
  readonly error: OpenError;
  readonly detail: string;
}

/** Names the fault behind what `getUserMedia` rejected with, as Chromium reports it. */
export function openFailureOf(thrown: unknown): OpenFailure {
  if (typeof thrown !== 'object' || thrown === null) return { error: 'open-failed', detail: String(thrown) };
  const name = textOf(thrown, 'name');
  const message = textOf(thrown, 'message');
  return {
    error: errorOf(name, message, textOf(thrown, 'constraint')),
    detail: message ? `${name}: ${message}` : name,
  };
}

function errorOf(name: string, message: string, constraint: string): OpenError {
  switch (name) {
    case 'NotFoundError':
      return 'not-found';
    case 'NotAllowedError':
    case 'SecurityError':
      return /system/i.test(message) ? 'denied-by-system' : 'denied';
    case 'NotReadableError':
      return 'busy';
    case 'OverconstrainedError':
      return constraint === 'deviceId' ? 'chosen-missing' : 'over-constrained';
    case 'AbortError':
      // Chromium: "Timeout starting video source" when the driver accepts the device but never delivers.
      return /timeout/i.test(message) ? 'open-timeout' : 'open-failed';
    default:
      return 'open-failed';
  }
}

function textOf(thrown: object, key: string): string {
  const value: unknown = Reflect.get(thrown, key);
  return typeof value === 'string' ? value : '';
}
