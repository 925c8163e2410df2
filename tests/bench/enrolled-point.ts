import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { startHub } from '../../electron/province/server.ts';
import { runScript } from './run-script.ts';

export interface EnrolledPoint {
  /** The point's data. */
  readonly dataDir: string;
  /** Ends its hub and removes what both kept. */
  readonly remove: () => Promise<void>;
}

/** A running hub in this process, and the data of a point that is enrolled with it. */
export async function enrolledPoint(root: string): Promise<EnrolledPoint> {
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-bench-'));
  const provinceDir = join(folder, 'province');
  const hub = await startHub({
    dataDir: provinceDir,
    host: '127.0.0.1',
    port: 0,
    consoleDir: null,
    log: pino({ enabled: false }),
  });
  const remove = async () => {
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { dataDir: await enrol(root, folder, provinceDir), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function enrol(root: string, folder: string, provinceDir: string): Promise<string> {
  const points = join(folder, 'points.csv');
  await writeFile(points, 'code,name,kind\n1,Phường mẫu,ward\n');
  const province = (...args: string[]) =>
    runScript(root, 'scripts/province.mjs', [...args, '--data', provinceDir, '--json']);
  await province('import-points', points);
  const { output } = await province('enrol', '--point', '1');
  const { code } = z.object({ code: z.string() }).parse(JSON.parse(output));
  const dataDir = join(folder, 'point');
  await runScript(root, 'scripts/point.mjs', ['enrol', code, '--data', dataDir]);
  return dataDir;
}
