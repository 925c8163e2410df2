import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';

const MOST = 20;
const NAME = 'crashes.jsonl';
/** The time of the last one that a person has answered. */
const SEEN = 'crashes-seen';
/** A window that fails again so soon fails at being drawn: it is not loaded once more. */
const AGAIN_MS = 60_000;

const crash = z.object({
  at: z.number(),
  version: z.string(),
  /** Which process ended, and how the system names it. */
  kind: z.string(),
  reason: z.string(),
  detail: z.string(),
});
export type Crash = z.infer<typeof crash>;

/**
 * Writes down here every process of ours that ends when it should not, and loads a window again whose process ended. Nothing leaves
 * the machine by itself: the person may put it into the file for support. Paths and codes only, no content of a window.
 */
export function keepCrashes(dataDir: string): void {
  let loadedAgainAt = Number.NEGATIVE_INFINITY;
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    keepCrash(dataDir, { kind: 'window', reason, detail: String(exitCode) });
    if (Date.now() - loadedAgainAt < AGAIN_MS) return;
    loadedAgainAt = Date.now();
    contents.reload();
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit') keepCrash(dataDir, { kind: name ?? type, reason, detail: String(exitCode) });
  });
}

export function keepCrash(dataDir: string, told: Pick<Crash, 'kind' | 'reason' | 'detail'>): void {
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    const line: Crash = { at: Date.now(), version: app.getVersion(), ...told };
    appendFileSync(join(dataDir, 'logs', NAME), `${JSON.stringify(line)}\n`);
  } catch {
    // A full disk must not make it worse.
  }
}

/** When the last one was that nobody has answered; null where there is none. */
export function unseenCrashAt(dataDir: string): number | null {
  const last = readCrashes(dataDir).at(-1)?.at ?? 0;
  return last > seenAt(dataDir) ? last : null;
}

export function markCrashesSeen(dataDir: string): void {
  const last = readCrashes(dataDir).at(-1)?.at;
  if (last === undefined) return;
  try {
    writeFileSync(join(dataDir, 'logs', SEEN), String(last));
  } catch {
    // It is offered once more at the next start.
  }
}

function seenAt(dataDir: string): number {
  try {
    return Number(readFileSync(join(dataDir, 'logs', SEEN), 'utf8')) || 0;
  } catch {
    return 0;
  }
}

/** The last ones, the newest last; lines that cannot be read are passed over. */
export function readCrashes(dataDir: string): Crash[] {
  try {
    const lines = readFileSync(join(dataDir, 'logs', NAME), 'utf8').split('\n');
    return lines.flatMap((line) => parsed(line) ?? []).slice(-MOST);
  } catch {
    return [];
  }
}

function parsed(line: string): Crash | null {
  try {
    return crash.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
