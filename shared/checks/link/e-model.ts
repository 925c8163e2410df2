/**
 * The E-model of ITU-T G.107 (06/2015) with its default values, so far as a line decides it: delay and lost packets.
 * What it leaves out it takes as G.107 does by default: no loud room (`Ps`, `Pr`), no echo (`TELR`, `WEPL`; meeting software
 * cancels it, and another check listens for it), no advantage factor (`A` = 0).
 *
 * Codec: `Ie` 0 and `Bpl` 25.1 are those of G.711 with packet loss concealment under random loss, G.113 Appendix I
 * (10 ms packets). There are none for Opus in the narrow-band model; its own concealment and redundancy bear at least as much, so
 * this is the careful side. Figures of what people hear, not of what a line carries: R 93.2 is the best there can be.
 */

/** `Ro - Is` and what little of `Id` is there without delay, all default (G.107, 7.7). */
export const R_DEFAULT = 93.2;
const IE_G711 = 0;
const BPL_G711_PLC = 25.1;
/** Minimum perceivable delay `mT` and delay sensitivity `sT` of the default class (G.107, table 1). */
const PERCEIVABLE_MS = 100;
const SENSITIVITY = 1;

export interface HeardLine {
  /** Mouth to ear, milliseconds: `Ta`. */
  readonly oneWayMs: number;
  /** Lost or too late, percent: `Ppl`. */
  readonly lossPct: number;
  /** `BurstR`: 1 is random loss. Below 1 counts as 1: loss that is spread more evenly than chance is not to be counted on. */
  readonly burstRatio: number;
}

/** The transmission rating factor R, 0 (nothing is understood) to 93.2. */
export function rFactor({ oneWayMs, lossPct, burstRatio }: HeardLine): number {
  return Math.max(0, R_DEFAULT - delayImpairment(oneWayMs) - lossImpairment(lossPct, burstRatio));
}

/** `Idd`, G.107 equations 7-27 and 7-28: nothing up to 100 ms, 25 at 400 ms or so. */
export function delayImpairment(oneWayMs: number): number {
  if (oneWayMs <= PERCEIVABLE_MS) return 0;
  const x = Math.log2(oneWayMs / PERCEIVABLE_MS);
  const power = 6 * SENSITIVITY;
  return 25 * ((1 + x ** power) ** (1 / power) - 3 * (1 + (x / 3) ** power) ** (1 / power) + 2);
}

/** `Ie-eff`, G.107 equation 7-29: 95 when nothing arrives is the limit. */
export function lossImpairment(lossPct: number, burstRatio: number): number {
  const burst = Math.max(1, burstRatio);
  return IE_G711 + (95 - IE_G711) * (lossPct / (lossPct / burst + BPL_G711_PLC));
}

/** The mean opinion score for conversation of a rating, 1 (bad) to 4.5, G.107 Annex B. Its dip below 1 under R 6.5 is cut off. */
export function mosOf(r: number): number {
  if (r <= 0) return 1;
  if (r >= 100) return 4.5;
  return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
}
