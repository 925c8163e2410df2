/** Clocks are set right by as much as this without anybody meaning anything by it; milliseconds. */
const FORGIVEN_MS = 120_000;

/** An entry whose device clock stood before the entry it follows. Not a fault by itself: a clock may have been set right. */
export interface TimeBack {
  readonly device: string;
  readonly seq: number;
  /** By how much; milliseconds. */
  readonly backMs: number;
}

/** Collects them, chain by chain: `see` takes the entries of a chain in order. */
export function createTimesBack(): {
  readonly see: (entry: { device: string; seq: number; at: number }) => void;
  readonly all: TimeBack[];
} {
  const before = new Map<string, number>();
  const all: TimeBack[] = [];
  return {
    all,
    see({ device, seq, at }) {
      const backMs = (before.get(device) ?? at) - at;
      if (backMs > FORGIVEN_MS) all.push({ device, seq, backMs });
      before.set(device, at);
    },
  };
}
