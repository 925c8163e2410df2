/** To whom a release is offered: to the first points, to all, or (stopped) to nobody. */
export const STAGES = ['first', 'all', 'stopped'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * The points that get a release first: always the same for one release, others for the next, so that no office is everybody's
 * guinea pig. `codes` in any order.
 */
export function firstPoints(version: string, codes: readonly string[], count: number): readonly string[] {
  return codes
    .map((code) => ({ code, lot: lotOf(`${version} ${code}`) }))
    .sort((a, b) => a.lot - b.lot || (a.code < b.code ? -1 : 1))
    .slice(0, count)
    .map(({ code }) => code);
}

/** FNV-1a, 32 bits, its bits mixed once more: neighbouring codes must not get neighbouring lots. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
