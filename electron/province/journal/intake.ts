import type { AppError } from '../../../shared/errors.ts';
import { ENTRY_TYP } from '../../../shared/events/journal-entry.ts';
import type { Result } from '../../../shared/result.ts';
import { verifyQuickly } from '../../crypto/quick-lines.ts';
import { type ReadLine, readLine } from '../../crypto/verify-chain.ts';
import type { Device } from '../db/devices.ts';
import type { HubDeps } from '../deps.ts';
import { createQueues } from './one-at-a-time.ts';
import { type Accepted, type Push, type Stored, storePushes } from './store-pushes.ts';

export interface Received extends Accepted {
  /** By the hub's clock. */
  readonly at: number;
}

/** Takes what devices send. Answers once it is on disk. */
export interface Intake {
  /** Errors: as `storePushes`. */
  readonly take: (
    device: Pick<Device, 'id' | 'pointCode' | 'key'>,
    lines: readonly string[],
  ) => Promise<Result<Received, AppError>>;
}

interface Waiting {
  readonly push: Push;
  readonly resolve: (answer: Result<Received, AppError>) => void;
  readonly reject: (error: unknown) => void;
}

/** Pushes of one transaction at most: the first of them waits for the last. */
const GROUP = 64;
/** So long a transaction waits for pushes whose signatures are being looked at: they need not wait for its disk then. */
const GATHER_MS = 10;

/**
 * One transaction at a time, each with every push that came while the one before was written: a single sync to disk serves
 * all of them, and a busy hub syncs no more often than a quiet one.
 */
export function openIntake({ db, clock, live }: Pick<HubDeps, 'db' | 'clock' | 'live'>): Intake {
  const inTurn = createQueues();
  const waiting: Waiting[] = [];
  let writing = false;
  /** Pushes being read. */
  let reading = 0;
  let enough: () => void = () => undefined;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      if (!isEnough()) await gather();
      await storeGroup(waiting.splice(0, GROUP));
    }
    writing = false;
  }

  function isEnough(): boolean {
    return reading === 0 || waiting.length >= GROUP;
  }

  function gather(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, GATHER_MS);
      enough = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function read(device: Pick<Device, 'id' | 'key'>, lines: readonly string[]): Promise<readonly ReadLine[]> {
    reading += 1;
    try {
      return await Promise.all(
        lines.map(async (line) => readLine(line, await verifyQuickly(line, device.key, ENTRY_TYP), device.id)),
      );
    } finally {
      reading -= 1;
      // Those who waited for it go on after it has joined the others.
      if (isEnough()) setImmediate(() => enough());
    }
  }

  async function storeGroup(group: readonly Waiting[]): Promise<void> {
    const at = clock.now();
    try {
      const { answers, changed } = await storeTogether(group, at);
      group.forEach(({ resolve }, i) => {
        const answer = answers[i];
        if (answer !== undefined) resolve(answer.ok ? { ok: true, value: { ...answer.value, at } } : answer);
      });
      live.changed(changed);
    } catch (error) {
      if (group.length === 1) return group[0]?.reject(error);
      // One of them may be what the database would not take; the others must not wait for it for ever.
      for (const one of group) await storeGroup([one]);
    }
  }

  function storeTogether(group: readonly Waiting[], at: number): Promise<Stored> {
    return db.transaction().execute(async (tx) => {
      const stored = await storePushes(
        tx,
        group.map(({ push }) => push),
        at,
      );
      await live.noteIn(tx, stored.changed);
      return stored;
    });
  }

  return {
    take: (device, lines) =>
      // In turn, so that of one device a push is only looked at when the one before was stored.
      inTurn(device.id, async () => {
        const push = { device, lines: await read(device, lines) };
        return new Promise((resolve, reject) => {
          waiting.push({ push, resolve, reject });
          if (!writing) void write();
        });
      }),
  };
}
