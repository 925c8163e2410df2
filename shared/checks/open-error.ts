/**
 * Why a media device did not open. The window's probes name the fault; each check has its own words for it.
 * `denied`: the app's permission; `denied-by-system`: the operating system's privacy switch; `chosen-missing`: the device the
 * person chose is not there, though others may be; `open-failed`: the browser gave a reason we have no name for.
 */
export const OPEN_ERRORS = [
  'not-found',
  'chosen-missing',
  'denied',
  'denied-by-system',
  'busy',
  'over-constrained',
  'open-timeout',
  'open-failed',
] as const;

export type OpenError = (typeof OPEN_ERRORS)[number];

/** What is known to be wrong with the point, against what only kept us from measuring. */
export function verdictOfOpenError(error: OpenError): 'fail' | 'unmeasured' {
  switch (error) {
    case 'not-found':
    case 'chosen-missing':
    case 'denied':
    case 'denied-by-system':
    case 'busy':
      return 'fail';
    case 'over-constrained':
    case 'open-timeout':
    case 'open-failed':
      return 'unmeasured';
  }
}
