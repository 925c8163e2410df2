const Z95 = 1.959964;

/** The 95 % interval of a proportion by Wilson's score: honest for few trials and for none lost. `trials` above zero. */
export function wilsonInterval(hits: number, trials: number): readonly [low: number, high: number] {
  const p = hits / trials;
  const z2 = Z95 * Z95;
  const middle = p + z2 / (2 * trials);
  const reach = Z95 * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials));
  const scale = 1 + z2 / trials;
  // Exact at the ends, where rounding would leave a trace.
  return [
    hits <= 0 ? 0 : Math.max(0, (middle - reach) / scale),
    hits >= trials ? 1 : Math.min(1, (middle + reach) / scale),
  ];
}
