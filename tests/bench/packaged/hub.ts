import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { openSqlite } from '../../../electron/sqlite/open.ts';
import { POINT } from '../../support/province.ts';

const run = promisify(execFile);

export interface WalkHub {
  readonly code: string;
  readonly command: (...args: string[]) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** A hub that speaks TLS with a certificate of its own making, with one point and a meeting tomorrow; updates come at once. */
export async function startWalkHub(root: string, folder: string): Promise<WalkHub> {
  const dataDir = join(folder, 'hub');
  const program = join(root, 'dist', 'province-cli.js');
  async function command(...args: string[]): Promise<unknown> {
    const { stdout } = await run(process.execPath, [program, ...args, '--data', dataDir, '--json']);
    return JSON.parse(stdout);
  }
  writeFileSync(join(folder, 'points.csv'), `code,name,kind\n${POINT.code},${POINT.name},ward\n`);
  await command('import-points', join(folder, 'points.csv'));
  const meeting = ['--id', 'ngay-mai', '--title', 'Họp giao ban', '--start', '+1440m', '--points', 'all'];
  await command('meetings', 'add', ...meeting, '--chair', 'Chủ tịch UBND tỉnh', '--invitation', '12/GM-UBND');
  beginAtOnce(dataDir);
  const port = String(await freePort());
  const args = [program, 'serve', '--data', dataDir, '--json'];
  const child = spawn(
    process.execPath,
    [...args, '--host', '0.0.0.0', '--port', port, '--public-url', `https://127.0.0.1:${port}`],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  for await (const line of createInterface({ input: child.stdout })) if (line.endsWith('}')) break;
  const { code } = (await command('enrol', '--point', POINT.code)) as { code: string };
  return {
    code,
    command,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** One point need not be spread over an hour. */
function beginAtOnce(dataDir: string): void {
  const db = openSqlite(join(dataDir, 'hub.sqlite'));
  const { body } = db.prepare('SELECT body FROM policies').get() as { body: string };
  const policy = JSON.parse(body);
  const updates = { ...policy.updates, spreadMinutes: 0 };
  db.prepare('UPDATE policies SET body = ?').run(JSON.stringify({ ...policy, updates }));
  db.close();
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
