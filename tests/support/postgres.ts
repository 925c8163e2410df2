import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const INSTALLED = '/usr/lib/postgresql';
const START_MS = 20_000;

/** Folder of the newest server's programs (Debian's package `postgresql`), or null. */
export function findPostgres(): string | null {
  if (!existsSync(INSTALLED)) return null;
  const newest = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  return (
    newest.map((version) => join(INSTALLED, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null
  );
}

/** A private server: own folder, own socket, no network. */
export interface PostgresServer {
  /** Makes an empty database and answers its URL. */
  readonly newDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** `durable`: what is committed reaches the disk; for measurements of it. */
export async function startPostgres(bin: string, { durable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dc-pg-'));
  const as = serverUser();
  if (as !== null) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
  const options = { ...as, env, cwd: folder, stdio: 'ignore' as const };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N'], options);
  // Lost with the folder anyway, so it need not reach the disk.
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    `fsync=${durable ? 'on' : 'off'}`,
  ].flatMap((s) => ['-c', s]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], options);
  const killWithUs = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', killWithUs);
  await accepting(folder, server);
  let made = 0;
  return {
    async newDatabase() {
      made += 1;
      await onServer(folder, (client) => client.query(`CREATE DATABASE hub_${made}`));
      return urlOf(folder, `hub_${made}`);
    },
    async stop() {
      process.removeListener('exit', killWithUs);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function urlOf(folder: string, database: string): string {
  return `postgres://postgres@${encodeURIComponent(folder)}/${database}`;
}

async function accepting(folder: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
    try {
      return await onServer(folder, async () => undefined);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      // The server tells nobody when it is ready: its own tools ask again, too.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function onServer<T>(folder: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(folder, 'postgres') });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
