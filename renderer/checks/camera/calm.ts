import type { PictureDetail } from '../../../shared/checks/camera/measurement.ts';
import { blockChanges } from './blocks.ts';
import { quantile } from './quantile.ts';

interface Look {
  readonly atMs: number;
  /** The most that any block changed since the look before, and what the middle one did, in luma. */
  readonly most: number;
  readonly middle: number;
}

/** Follows how much a picture changes from look to look. Times in milliseconds of one clock. */
export interface CalmWatch {
  readonly see: (grid: Uint8Array, atMs: number) => void;
  readonly calmest: (calmMs: number) => PictureDetail['calmest'];
}

/** Fewer looks in a stretch of time say nothing about noise. */
const MIN_LOOKS = 5;

/**
 * A frozen camera behind an encoder is not pixel for pixel the same: every key frame is drawn anew. A live one in an empty
 * room changes as little, but everywhere and all the time, by its sensor's noise. So both are kept, for the calmest stretch.
 */
export function createCalmWatch(): CalmWatch {
  const looks: Look[] = [];
  let last: Uint8Array | null = null;
  return {
    see(grid, atMs) {
      if (last) {
        const changes = blockChanges(last, grid);
        looks.push({ atMs, most: Math.max(...changes), middle: quantile(changes, 0.5) });
      }
      last = grid;
    },
    calmest: (calmMs) => {
      const stretches = looks.map((end) => stretchUntil(looks, end.atMs, calmMs)).filter((stretch) => stretch !== null);
      const [calmest] = stretches.sort((a, b) => a.movement - b.movement || a.noise - b.noise);
      return calmest ?? null;
    },
  };
}

function stretchUntil(looks: readonly Look[], endMs: number, calmMs: number): PictureDetail['calmest'] {
  const startMs = endMs - calmMs;
  const [first] = looks;
  if (!first || first.atMs > startMs) return null;
  const within = looks.filter(({ atMs }) => atMs > startMs && atMs <= endMs);
  if (within.length < MIN_LOOKS) return null;
  const movement = Math.max(...within.map(({ most }) => most));
  const noise = quantile(
    within.map(({ middle }) => middle),
    0.5,
  );
  return { calmMs, movement, noise };
}
