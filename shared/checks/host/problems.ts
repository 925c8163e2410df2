/** Everything the host check may have to say besides `ok`. */
export const HOST_PROBLEMS = [
  'disk-low',
  'memory-low',
  'cpu-busy',
  'on-battery',
  'power-unknown',
  'os-silent',
] as const;
export type HostProblem = (typeof HOST_PROBLEMS)[number];
