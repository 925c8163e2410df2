import type { Live } from './probe.ts';

/** The latest of each kind: a note does not take the picture away. */
export type LiveParts = { readonly [Kind in Live['kind']]?: Extract<Live, { readonly kind: Kind }> };

export function withLive(parts: LiveParts, live: Live): LiveParts {
  return { ...parts, [live.kind]: live };
}
