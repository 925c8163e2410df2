/** What came of a run of the encoder. Rates a second, times in milliseconds. */
export interface EncodeResult {
  readonly failure: string | null;
  readonly offeredFrames: number;
  readonly offeredFps: number;
  readonly encodedFps: number;
  readonly bitrateMbps: number;
  readonly encodeMsP50: number | null;
  readonly encodeMsP95: number | null;
  readonly queueMax: number;
  readonly droppedFrames: number;
  readonly measuredMs: number;
}

/** Counts what goes into an encoder and what comes out. Frames are known by their timestamp, microseconds. */
export interface Tally {
  readonly offered: (timestampUs: number) => void;
  readonly dropped: () => void;
  readonly queued: (size: number) => void;
  readonly output: (chunk: EncodedVideoChunk) => void;
  readonly fail: (thrown: DOMException) => void;
  /** Forgets the warm-up. */
  readonly reset: () => void;
  readonly result: (measuredMs: number) => EncodeResult;
}

export function createTally(now: () => number = () => performance.now()): Tally {
  const offeredAtMs = new Map<number, number>();
  const fresh = () => ({ encodeMs: [] as number[], offeredFrames: 0, bytes: 0, droppedFrames: 0, queueMax: 0 });
  let counted = fresh();
  let failure: string | null = null;
  return {
    offered(timestampUs) {
      counted.offeredFrames++;
      offeredAtMs.set(timestampUs, now());
    },
    dropped() {
      counted.droppedFrames++;
    },
    queued(size) {
      counted.queueMax = Math.max(counted.queueMax, size);
    },
    output(chunk) {
      counted.bytes += chunk.byteLength;
      counted.encodeMs.push(now() - (offeredAtMs.get(chunk.timestamp) ?? now()));
      offeredAtMs.delete(chunk.timestamp);
    },
    fail(thrown) {
      failure = `${thrown.name}: ${thrown.message}`;
    },
    reset() {
      counted = fresh();
    },
    result(measuredMs) {
      const { encodeMs, offeredFrames, bytes, droppedFrames, queueMax } = counted;
      const perSecond = (count: number): number => (count * 1000) / measuredMs;
      return {
        failure,
        offeredFrames,
        offeredFps: perSecond(offeredFrames),
        encodedFps: perSecond(encodeMs.length),
        bitrateMbps: perSecond(bytes * 8) / 1e6,
        encodeMsP50: quantile(encodeMs, 0.5),
        encodeMsP95: quantile(encodeMs, 0.95),
        queueMax,
        droppedFrames,
        measuredMs,
      };
    },
  };
}

function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? null;
}
