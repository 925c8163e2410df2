import { readFile, writeFile } from 'node:fs/promises';
import { arch, release, type as systemType } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import type { AppError } from '../../shared/errors.ts';
import { type SupportFile, withoutPeople } from '../../shared/history/support-file.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { diskFault } from '../point/disk-fault.ts';
import type { PointService } from '../point/point-service.ts';
import { readCrashes } from './crash-reports.ts';
import { logFileIn } from './log.ts';
import type { RoleContext } from './role.ts';

const LAST_LINES = 500;

/** Asks where to, and writes one file for whoever helps. Without people there is nothing personal in it. Errors: `disk-full`, `storage-failed`. */
export async function exportForSupport(
  context: RoleContext,
  service: PointService,
  withPeople: boolean,
): Promise<Result<{ path: string } | null, AppError>> {
  const { enrolment } = service.state();
  const day = new Date().toISOString().slice(0, 10);
  const name = `diem-cau-ho-tro-${enrolment?.pointCode ?? 'chua-ghi-danh'}-${day}.json`;
  const [window] = BrowserWindow.getAllWindows();
  const options = { defaultPath: join(app.getPath('documents'), name) };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return ok(null);
  const file = await supportFile(context.dataDir, service, withPeople);
  try {
    await writeFile(filePath, JSON.stringify(file, null, 2));
  } catch (error) {
    return err(diskFault(error, 'storage-failed'));
  }
  return ok({ path: filePath });
}

async function supportFile(dataDir: string, service: PointService, withPeople: boolean): Promise<SupportFile> {
  const state = service.state();
  const log = await readFile(logFileIn(dataDir, 'point'), 'utf8').catch(() => '');
  return {
    format: 'diem-cau-support-1',
    madeAt: Date.now(),
    software: {
      version: app.getVersion(),
      system: `${systemType()} ${release()} ${arch()}`,
      electron: process.versions.electron ?? '',
    },
    withPeople,
    point: withPeople ? state : withoutPeople(state),
    checks: service.pastChecks(),
    log: log.split('\n').filter(Boolean).slice(-LAST_LINES),
    crashes: readCrashes(dataDir),
  };
}
