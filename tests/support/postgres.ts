import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
  /** Makes an empty database, or a copy of the one that `like` is the URL of and nobody uses, and answers its URL. */
  readonly newDatabase: (like?: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** `durable`: what is committed reaches the disk; for measurements of it. */
export async function startPostgres(bin: string, { durable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dc-pg-'));
  const server = launch(bin, folder, { durable, detached: false });
  const killWithUs = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', killWithUs);
  await accepting(folder, () => server.exitCode);
  return {
    newDatabase: databaseMaker(folder),
    async stop() {
      process.removeListener('exit', killWithUs);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The server that all test files of a run share: whoever comes first starts it in the run's `folder`, and `endShared` ends it.
 * Nothing of it is durable.
 */
export async function joinShared(bin: string, folder: string): Promise<Pick<PostgresServer, 'newDatabase'>> {
  if (isFirst(folder)) launch(bin, folder, { durable: false, detached: true }).unref();
  await accepting(folder, () => null);
  return { newDatabase: databaseMaker(folder) };
}

/** Ends the shared server if anybody started one, and takes its folder away. */
export async function endShared(folder: string): Promise<void> {
  const file = join(folder, 'data', 'postmaster.pid');
  if (existsSync(file)) {
    process.kill(Number(readFileSync(file, 'utf8').split('\n', 1)[0]), 'SIGQUIT');
    // It takes the file away as the last thing it does, and tells no one who is not its parent.
    for (const until = Date.now() + START_MS; existsSync(file) && Date.now() < until; ) await pause();
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'started'));
    return true;
  } catch {
    return false;
  }
}

function launch(bin: string, folder: string, { durable, detached }: Record<'durable' | 'detached', boolean>) {
  const as = serverUser();
  if (as !== null) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
  const options = { ...as, env, cwd: folder, stdio: 'ignore' as const, detached };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N'], options);
  // Lost with the folder anyway, so it need not reach the disk.
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    `fsync=${durable ? 'on' : 'off'}`,
    // Several test files at once, each hub with a pool of its own.
    'max_connections=300',
  ].flatMap((s) => ['-c', s]);
  return spawn(join(bin, 'postgres'), ['-D', data, ...settings], options);
}

/** Makes databases named apart from those of other files and processes. */
function databaseMaker(folder: string): PostgresServer['newDatabase'] {
  return async (like) => {
    const name = `hub_${randomBytes(8).toString('hex')}`;
    const template = like === undefined ? '' : `TEMPLATE ${new URL(like).pathname.slice(1)}`;
    await onServer(folder, (client) => client.query(`CREATE DATABASE ${name} ${template}`));
    return urlOf(folder, name);
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

async function accepting(folder: string, exitCode: () => number | null): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (exitCode() !== null) throw new Error(`PostgreSQL ended with ${exitCode()}`);
    try {
      return await onServer(folder, async () => undefined);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      // The server tells nobody when it is ready: its own tools ask again, too.
      await pause();
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

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
