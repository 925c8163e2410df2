import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { bundle } from './bundle.ts';
import { temporaryFolder } from './folder.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command lines of point and province as programs of their own. `remove` deletes what was built. */
export function buildPrograms() {
  const point = bundle('electron/cli/point.ts', 'point-cli');
  const province = bundle('electron/cli/province.ts', 'province-cli');
  return {
    pointFile: point.file,
    provinceFile: province.file,
    remove(): void {
      point.remove();
      province.remove();
    },
  };
}
export type Programs = ReturnType<typeof buildPrograms>;

export function run(file: string, args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [file, ...args],
      { env: { ...process.env, LANG: 'C', LC_ALL: '' } },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

/** Runs a command of the province that must succeed; answers its document. */
export async function province(programs: Programs, dataDir: string, ...args: string[]): Promise<unknown> {
  const ended = await run(programs.provinceFile, [...args, '--data', dataDir, '--json']);
  if (ended.code !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout);
}

/** The real hub, in a process of its own, with TLS as everywhere but on loopback. */
export async function startHub(
  programs: Programs,
  dataDir: string,
  port: number,
): Promise<{ child: ChildProcess; url: string }> {
  const args = ['serve', '--data', dataDir, '--host', '0.0.0.0', '--port', String(port), '--json', '--quiet'];
  const child = spawn(process.execPath, [programs.provinceFile, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout! }), 'line');
  return { child, url: (JSON.parse(line) as { url: string }).url };
}

/** A hub with one point, two people, a meeting in half an hour and an enrolment code. */
export async function furnishedHub(programs: Programs) {
  const dataDir = temporaryFolder();
  const { child, url } = await startHub(programs, dataDir, 0);
  const points = join(dataDir, 'points.csv');
  writeFileSync(points, 'code,name,kind\n23629,Xã Ia Pa,commune\n');
  const roster = join(dataDir, 'roster.csv');
  writeFileSync(roster, 'point,name,title,id\n23629,Đại biểu mẫu A,Chủ tịch,a\n23629,Đại biểu mẫu B,Phó Chủ tịch,b\n');
  await province(programs, dataDir, 'import-points', points);
  await province(programs, dataDir, 'import-roster', roster);
  const meeting = ['--id', 'm1', '--title', 'Họp giao ban', '--start', '+30m', '--points', 'all'];
  await province(programs, dataDir, 'meetings', 'add', ...meeting, '--designated', '23629=a');
  const { code } = (await province(programs, dataDir, 'enrol', '--point', '23629')) as { code: string };
  return { dataDir, child, url, code };
}
