import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CHAIN_START } from '../../../electron/crypto/verify-chain.ts';
import { newSecret, secretHash } from '../../../electron/province/auth/secrets.ts';
import { insertSession, putAccount } from '../../../electron/province/db/access.ts';
import { inChunks } from '../../../electron/province/db/in-chunks.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';
import { upsertPoints } from '../../../electron/province/db/points.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { foundHub } from '../../../electron/province/identity.ts';
import { scheduleMeeting } from '../../../electron/province/meetings/schedule.ts';
import { onExit, removeFolder } from './clean-up.ts';
import type { MadePoint, Order } from './orders.ts';
import { MEETING } from './record.ts';

const HOUR_MS = 60 * 60_000;

export interface Hub {
  readonly url: string;
  readonly pid: number;
  /** Most memory it had, MB. */
  readonly peakMb: () => number | null;
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** A province with all its points enrolled, before any of them sent anything. */
export interface Province {
  readonly db: Db;
  readonly hubId: string;
  readonly cookie: string;
  readonly startHub: () => Promise<Hub>;
  readonly remove: () => Promise<void>;
}

export async function furnish(
  root: string,
  database: string | undefined,
  points: readonly MadePoint[],
): Promise<Province> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dc-fleet-'));
  const keepFolder = onExit(() => removeFolder(dataDir));
  const db = await openDatabase({ dataDir, database });
  const now = Date.now();
  const { id: hubId } = await foundHub(db, now);
  await upsertPoints(
    db,
    points.map(({ code }) => ({ code, name: `Xã ${code}`, kind: 'commune' })),
  );
  const roster = points.map(({ code }) => ({
    point_code: code,
    id: 'chu-tich',
    full_name: 'Đại biểu mẫu',
    title: 'Chủ tịch',
    fields: '[]',
    removed_at: null,
  }));
  for (const chunk of inChunks(roster)) await db.insertInto('people').values(chunk).execute();
  await enrol(db, points, now);
  const meeting = {
    id: MEETING,
    title: 'Họp toàn quốc',
    invitationNumber: '',
    chair: '',
    points: 'all',
    designated: {},
  } as const;
  const when = {
    startsAt: now + HOUR_MS,
    expectedEndsAt: now + 2 * HOUR_MS,
    composition: 'head',
    profile: '720p',
  } as const;
  const scheduled = await scheduleMeeting(db, { ...meeting, ...when }, { actor: 'cli', now });
  if (!scheduled.ok) throw new Error(`the meeting could not be scheduled: ${scheduled.error.code}`);
  const token = newSecret();
  await putAccount(db, { username: 'truc', role: 'operator', password_hash: '', created_at: now });
  await insertSession(db, {
    token_hash: secretHash(token),
    username: 'truc',
    created_at: now,
    expires_at: now + HOUR_MS,
  });
  return {
    ...{ db, hubId, cookie: `diem-cau-session=${token}` },
    startHub: () => startHub(root, dataDir, database),
    async remove() {
      await db.destroy();
      removeFolder(dataDir);
      keepFolder();
    },
  };
}

async function enrol(db: Db, points: readonly MadePoint[], now: number): Promise<void> {
  const rows = points.map(({ code, id, key }) => ({
    ...{ id, point_code: code, public_key: JSON.stringify(key), name: '', app_version: '1', enrolled_at: now },
    ...{ revoked_at: null, head_seq: CHAIN_START.seq, head_hash: CHAIN_START.hash, known_up_to: null },
  }));
  for (const chunk of inChunks(rows)) await db.insertInto('devices').values(chunk).execute();
}

async function startHub(root: string, dataDir: string, database: string | undefined): Promise<Hub> {
  const args = [
    'serve',
    '--json',
    '--quiet',
    '--port',
    '0',
    '--data',
    dataDir,
    ...(database ? ['--database', database] : []),
  ];
  const child = spawn(process.execPath, [join(root, 'dist', 'province-cli.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = onExit(() => child.kill('SIGKILL'));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a hub ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  return {
    url: (JSON.parse(ready) as { url: string }).url,
    // It was started, for it said that it listens.
    pid: child.pid ?? 0,
    peakMb: () => peakOf(child),
    async end(signal) {
      child.kill(signal);
      await exited;
      ended();
    },
  };
}

function peakOf({ pid }: ChildProcess): number | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? null : Number(peak) / 1024;
  } catch {
    return null;
  }
}

/** The load generator in its own process. */
export interface Generator {
  readonly obey: <T>(order: Order) => Promise<T>;
  readonly stop: () => void;
}

export function startGenerator(root: string): Generator {
  const child = fork(join(root, 'dist', 'fleet-load.js'), {
    execArgv: ['--max-old-space-size=6000'],
    serialization: 'advanced',
  });
  return {
    obey: (order) =>
      new Promise((resolve, reject) => {
        const died = () => reject(new Error('the load generator ended'));
        child.once('exit', died);
        child.once('message', (said) => {
          child.off('exit', died);
          resolve(said as never);
        });
        child.send(order);
      }),
    stop: () => child.kill(),
  };
}
