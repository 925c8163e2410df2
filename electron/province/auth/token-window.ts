/** Remembers which device tokens were seen, so that one is taken once. In memory: a restart of the hub forgets them. */
export interface TokenWindow {
  /** False when the id was seen before. `until` (epoch ms): from then on the token would be refused anyway. */
  readonly admit: (jti: string, until: number, now: number) => boolean;
}

export function createTokenWindow(): TokenWindow {
  const seen = new Map<string, number>();
  let sweepAt = 0;
  const sweep = (now: number) => {
    for (const [jti, until] of seen) if (until <= now) seen.delete(jti);
    sweepAt = now + 60_000;
  };
  return {
    admit(jti, until, now) {
      if (now >= sweepAt) sweep(now);
      if (seen.has(jti)) return false;
      seen.set(jti, until);
      return true;
    },
  };
}
