import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';

const MOST = 20;
const NAME = 'crashes.jsonl';

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
 * Writes down here every process of ours that ends when it should not. Nothing leaves the machine by itself: the person may put it
 * into the file for support. Paths and codes only, no content of a window.
 */
export function keepCrashes(dataDir: string): void {
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') keepCrash(dataDir, { kind: 'window', reason, detail: String(exitCode) });
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
