import { onTestFinished } from 'vitest';
import { openPointService, type PointDeps, type PointService } from '../../../electron/point/point-service.ts';
import type { PointState } from '../../../shared/point-state.ts';
import { unwrap } from './open-chain.ts';

/** A real point on a folder, closed when the test ends. */
export async function openPoint(dataDir: string, deps: Partial<PointDeps> = {}): Promise<PointService> {
  const point = unwrap(await openPointService({ dataDir, appVersion: '0.0.0-test', ...deps }));
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= point.close();
    return closed;
  };
  onTestFinished(close);
  return { ...point, close };
}

/** Resolves with the first state, from now on, that is as wanted. */
export function stateWhere(point: PointService, wanted: (state: PointState) => boolean): Promise<PointState> {
  return new Promise((resolve) => {
    const stop = point.onChange((state) => {
      if (!wanted(state)) return;
      stop();
      resolve(state);
    });
    const now = point.state();
    if (wanted(now)) {
      stop();
      resolve(now);
    }
  });
}
