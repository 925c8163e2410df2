/** A short sound in this window's memory: one array of samples (−1 … 1) a channel. Never stored, never sent. */
export interface Sound {
  readonly channels: readonly Float32Array<ArrayBuffer>[];
  readonly sampleRateHz: number;
}

export function secondsOf({ channels, sampleRateHz }: Sound): number {
  return (channels[0]?.length ?? 0) / sampleRateHz;
}
