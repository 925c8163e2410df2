import type { WatchedCamera } from '../../../shared/checks/camera/measurement.ts';
import { createLumaReader } from '../media/luma-grid.ts';
import { createCalmWatch } from './calm.ts';
import { meanGrid, pictureOf, regionsOf } from './picture-statistics.ts';
import { quantile } from './quantile.ts';
import { SHARPNESS_HEIGHT, SHARPNESS_WIDTH, sharpnessOf } from './sharpness.ts';
import { createStillRun } from './still-run.ts';
import { structureOf } from './structure.ts';

/** Brightness and stillness are looked at this often, sharpness less; counting frames needs no pixels. Milliseconds. */
const LOOK_EVERY_MS = 95;
const SHARPNESS_EVERY_MS = 500;

/** Looks at a camera's frames. Times in milliseconds of one clock. */
export interface PictureWatch {
  readonly look: (frame: VideoFrame, atMs: number) => void;
  /** @param calmMs how long the picture's calmest stretch is to be */
  readonly seen: (nowMs: number, calmMs: number) => Pick<WatchedCamera, 'picture' | 'longestStillMs'>;
}

export function createPictureWatch(startMs: number): PictureWatch {
  const readLuma = createLumaReader();
  const readSharpness = createLumaReader(SHARPNESS_WIDTH, SHARPNESS_HEIGHT, true);
  const still = createStillRun(startMs);
  const calm = createCalmWatch();
  const grids: Uint8Array[] = [];
  const sharpness: (number | null)[] = [];
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let sharpAtMs = Number.NEGATIVE_INFINITY;
  return {
    look(frame, atMs) {
      if (atMs - lookedAtMs < LOOK_EVERY_MS) return;
      lookedAtMs = atMs;
      const grid = readLuma(frame);
      grids.push(grid);
      still.see(grid, atMs);
      calm.see(grid, atMs);
      if (atMs - sharpAtMs < SHARPNESS_EVERY_MS) return;
      sharpAtMs = atMs;
      sharpness.push(sharpnessOf(readSharpness(frame)));
    },
    seen(nowMs, calmMs) {
      const brightness = pictureOf(grids);
      const detail = () => ({
        structure: structureOf(meanGrid(grids)),
        sharpness: middleOf(sharpness),
        ...regionsOf(grids),
        calmest: calm.calmest(calmMs),
      });
      const picture = brightness && { ...brightness, detail: detail() };
      return { longestStillMs: still.longestMs(nowMs), picture };
    },
  };
}

/** The middle of those that could be told, null when most could not. */
function middleOf(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  return told.length * 2 < values.length || told.length === 0 ? null : quantile(told, 0.5);
}
