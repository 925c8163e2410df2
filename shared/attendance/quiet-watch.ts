/** What the software watches by itself during a meeting; each is also a kind of incident. */
export const WATCHED = ['line', 'camera', 'microphone'] as const;
export type Watched = (typeof WATCHED)[number];

/** Something was gone from when to when, by the device's clock; `to` null while it still is. */
export interface Trouble {
  readonly kind: Watched;
  readonly from: number;
  readonly to: number | null;
  /** A person has written it down or waved it away. */
  readonly answered: boolean;
}

/** What is gone now, and the gaps that ended and are not answered yet, in the order they began. */
export type QuietWatch = readonly Trouble[];

/** Takes down whether `kind` is there. A gap shorter than `minMs` is a flicker and forgotten. */
export function observe(watch: QuietWatch, kind: Watched, isThere: boolean, at: number, minMs: number): QuietWatch {
  const going = watch.find((one) => one.kind === kind && one.to === null);
  if (isThere === (going === undefined)) return watch;
  if (!going) return [...watch, { kind, from: at, to: null, answered: false }];
  const isOver = going.answered || at - going.from < minMs;
  return watch.flatMap((one) => (one !== going ? [one] : isOver ? [] : [{ ...going, to: at }]));
}

/** What is worth proposing as an incident by now. */
export function proposalsOf(watch: QuietWatch, now: number, minMs: number): readonly Trouble[] {
  return watch.filter(({ from, to, answered }) => !answered && (to ?? now) - from >= minMs);
}

/** Proposes a trouble no more. One that goes on is remembered until it ends, or it would be seen anew at once. */
export function answer(watch: QuietWatch, { kind, from }: Trouble): QuietWatch {
  return watch.flatMap((one) => {
    if (one.kind !== kind || one.from !== from) return [one];
    return one.to === null ? [{ ...one, answered: true }] : [];
  });
}
