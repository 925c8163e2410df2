import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPointService, type PointDeps, type PointService } from '../../../../electron/point/point-service.ts';
import { growTree } from '../../../../electron/province/checkpoints/grow-tree.ts';
import { openDatabase } from '../../../../electron/province/db/open.ts';
import { upsertPoints } from '../../../../electron/province/db/points.ts';
import type { Db } from '../../../../electron/province/db/schema.ts';
import { issueEnrolmentCode } from '../../../../electron/province/enrolment/issue-code.ts';
import { foundHub } from '../../../../electron/province/identity.ts';
import { stderrLog } from '../../../../electron/province/log.ts';
import { type RunningHub, startHub } from '../../../../electron/province/server.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/result.ts';

export const STAGE_POINTS = ['1', '2'] as const;

/** A hub's folder and two points' folders, on which something bad is going to happen. */
export interface Stage {
  readonly hubDir: string;
  /** Of point 1 and of point 2. */
  readonly pointDirs: readonly [string, string];
  readonly folder: string;
  readonly remove: () => void;
}

export function unwrap<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.values)}`);
  return result.value;
}

function emptyStage(): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'dc-faults-'));
  return {
    folder,
    hubDir: join(folder, 'hub'),
    pointDirs: [join(folder, 'point-1'), join(folder, 'point-2')],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A stage of its own with everything that stands on `from`. */
export function copyStage(from: Stage): Stage {
  const stage = emptyStage();
  cpSync(from.folder, stage.folder, { recursive: true });
  return stage;
}

/** The real hub on real sockets, in this process. */
export function serve(hubDir: string, port = 0): Promise<RunningHub> {
  return startHub({ dataDir: hubDir, host: '127.0.0.1', port, consoleDir: null, log: stderrLog('silent') });
}

/** A real point on the folder. */
export async function openPoint(
  dataDir: string,
  hubUrl?: string,
  deps: Partial<PointDeps> = {},
): Promise<PointService> {
  return unwrap(await openPointService({ dataDir, appVersion: '0', hubUrl, ...deps }));
}

export async function withPoint<T>(
  dataDir: string,
  hubUrl: string,
  work: (point: PointService) => Promise<T>,
): Promise<T> {
  const point = await openPoint(dataDir, hubUrl);
  try {
    return await work(point);
  } finally {
    await point.close();
  }
}

export async function withDb<T>(hubDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase({ dataDir: hubDir });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Signs a checkpoint over all that is there, as the hub does every few seconds. */
export async function signNow(hubDir: string, now = Date.now()): Promise<void> {
  await withDb(hubDir, async (db) => {
    const hub = await foundHub(db, now);
    while ((await growTree(db, hub, now)) > 0);
  });
}

export async function file(point: PointService, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    unwrap(await point.answer({ meetingId: 'm', itemId: `item-${i}`, answer: 'yes', note: '' }));
  }
}

/** New points enrolled with a new hub, which is stopped again. */
export async function enrolledStage(): Promise<Stage> {
  const stage = emptyStage();
  const hub = await serve(stage.hubDir);
  const codes = await withDb(stage.hubDir, async (db) => {
    const now = Date.now();
    const address = { url: hub.url, pin: null };
    await upsertPoints(
      db,
      STAGE_POINTS.map((code) => ({ code, name: `Xã ${code}`, kind: 'commune' })),
    );
    return Promise.all(
      STAGE_POINTS.map(
        async (point) => unwrap(await issueEnrolmentCode(db, { point, address, actor: 'cli', now })).code,
      ),
    );
  });
  for (const [index, dir] of stage.pointDirs.entries()) {
    await withPoint(dir, hub.url, async (point) => void unwrap(await point.enrol(codes[index] ?? '')));
  }
  await hub.stop();
  return stage;
}

/** The same after some work: six entries of each point at the hub, proven to the point under a checkpoint, then two more at the hub and one that is not. */
export async function workedStage(): Promise<Stage> {
  const stage = await enrolledStage();
  const hub = await serve(stage.hubDir);
  for (const dir of stage.pointDirs) {
    await withPoint(dir, hub.url, async (point) => {
      await file(point, 5);
      unwrap(await point.syncNow());
      await signNow(stage.hubDir);
      unwrap(await point.syncNow());
      await file(point, 2);
      unwrap(await point.syncNow());
      await file(point, 1);
    });
  }
  await hub.stop();
  return stage;
}

/** Sends what is left; null when all is there. What was under way before may still fail: the next try does not. */
export async function syncAtLast(point: PointService): Promise<string | null> {
  for (let tries = 0; ; tries += 1) {
    const synced = await point.syncNow();
    if (synced.ok) return null;
    if (tries === 5) return synced.error.code;
  }
}
