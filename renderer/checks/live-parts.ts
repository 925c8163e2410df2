import type { Live } from './probe.ts';

/** The latest of each kind, and the levels so far: a note does not take the picture away. */
export type LiveParts = { readonly [Kind in Live['kind']]?: Extract<Live, { readonly kind: Kind }> } & {
  /** dBFS, the oldest first. */
  readonly levels?: readonly number[];
};

/** About eight seconds of levels: more than a microphone check takes. */
const LEVELS_KEPT = 200;

export function withLive(parts: LiveParts, live: Live): LiveParts {
  const next = { ...parts, [live.kind]: live };
  return live.kind === 'level' ? { ...next, levels: [...(parts.levels ?? []), live.dbfs].slice(-LEVELS_KEPT) } : next;
}
