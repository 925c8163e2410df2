import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { root } from '../../scripts/lib/paths.mjs';

const CLI = join(root, 'dist', 'province-cli.js');
const run = promisify(execFile);

export const POINT = { code: '21553', name: 'Phường Quy Nhơn Bắc' };
export const LEADER = { id: 'chu-tich', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND phường' };
export const DEPUTY = { id: 'pho-chu-tich', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND phường' };
export const MEETING_ID = 'giao-ban';

/** A real hub in a process of its own. */
export interface Hub {
  readonly url: string;
  /** As `npm run province -- …` on the hub's data; the parsed `--json` document. */
  readonly command: (...args: string[]) => Promise<unknown>;
  /** SIGTERM, and waits. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, and waits. */
  readonly kill: () => Promise<void>;
}

export async function provinceCommand(dataDir: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [CLI, ...args, '--data', dataDir, '--json']);
  return JSON.parse(stdout);
}

/** Starts the hub on `dataDir`; `port` 0 takes a free one. Resolves once it listens. */
export async function startHub(dataDir: string, port = 0): Promise<Hub> {
  const child = spawn(process.execPath, [CLI, 'serve', '--data', dataDir, '--port', String(port), '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const ready = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code}: ${said}`)));
    let document = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      document += line;
      if (line.startsWith('}') || line.endsWith('}')) resolve(document);
    });
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await exited;
  };
  return {
    url: (JSON.parse(ready) as { url: string }).url,
    command: (...args) => provinceCommand(dataDir, args),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

export const OPERATOR = { username: 'truc', password: 'mat-khau-thu-nghiem' };

/** One point with two leaders, invited to a meeting in 30 minutes for which the first one is designated; an operator. */
export async function furnishData(command: Hub['command'], workDir: string): Promise<void> {
  const points = join(workDir, 'points.csv');
  const roster = join(workDir, 'roster.csv');
  writeFileSync(points, `code,name,kind\n${POINT.code},${POINT.name},ward\n21583,Phường Quy Nhơn,ward\n`);
  const people = [LEADER, DEPUTY].map(({ id, fullName, title }) => `${POINT.code},${fullName},${title},${id}`);
  writeFileSync(roster, `point,name,title,id\n${people.join('\n')}\n`);
  const who = ['--username', OPERATOR.username, '--role', 'operator', '--password', OPERATOR.password];
  const what = ['--id', MEETING_ID, '--title', 'Họp giao ban trực tuyến', '--start', '+30m', '--points', 'all'];
  const details = [
    '--chair',
    'Chủ tịch UBND tỉnh',
    '--invitation',
    '12/GM-UBND',
    '--designated',
    `${POINT.code}=${LEADER.id}`,
  ];
  await command('import-points', points);
  await command('import-roster', roster);
  await command('accounts', 'add', ...who);
  await command('meetings', 'add', ...what, ...details);
}

/** The one-time codes with which the point's people set their PINs, by person. */
export async function issuePinCodes(command: Hub['command'], point = POINT.code): Promise<ReadonlyMap<string, string>> {
  const { points } = (await command('pin-codes', '--point', point)) as {
    points: { codes: { personId: string; code: string }[] }[];
  };
  return new Map(points.flatMap(({ codes }) => codes.map(({ personId, code }) => [personId, code])));
}

/** The same on a running hub, with a code for the point and a token for the report. */
export async function furnish(hub: Hub, workDir: string): Promise<{ code: string; token: string }> {
  await furnishData(hub.command, workDir);
  const { code } = (await hub.command('enrol', '--point', POINT.code)) as { code: string };
  const issued = await hub.command('tokens', 'add', '--name', 'kiem-thu', '--scope', 'reports:read');
  return { code, token: (issued as { token: string }).token };
}
