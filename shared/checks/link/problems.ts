/** Everything the link check may have to say besides `ok`. */
export const LINK_PROBLEMS = [
  'no-network',
  'name-unresolved',
  'hub-unreachable',
  'hub-insecure',
  'hub-busy',
  'hub-refused',
  'not-enrolled',
  'responder-silent',
  'interrupted',
  'tcp-only',
  'upload-low',
  'upload-unmeasured',
  'download-low',
  'download-unmeasured',
  'rtt-high',
  'jitter-high',
  'loss-high',
  'clock-off',
  'wireless',
] as const;
export type LinkProblem = (typeof LINK_PROBLEMS)[number];
