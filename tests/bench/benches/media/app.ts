import { z } from 'zod';
import { runScript } from '../../run-script.ts';
import type { MediaCheck, Said } from './judged.ts';

export interface AppRun {
  /** The point's folder. */
  readonly data: string;
  /** Chromium's, for devices made from files. */
  readonly switches?: readonly string[];
  /** Added to the environment, as a sound server's. */
  readonly env?: Readonly<Record<string, string>>;
}

const MOST_TURNS = 3;

const document = z.object({
  checks: z.array(z.object({ id: z.string(), verdict: z.string(), reason: z.string() })),
});

/** What one check of the app says in real Electron: the command a technician would call. */
async function judgedByTheApp(root: string, check: MediaCheck, run: AppRun): Promise<Said> {
  const args = ['check', '--only', check, '--data', run.data, '--json', ...(run.switches ?? [])];
  const { output } = await runScript(root, 'scripts/point.mjs', args, run.env);
  const found = document.safeParse(jsonOf(output)).data?.checks.find(({ id }) => id === check);
  return found ? { verdict: found.verdict, reason: found.reason } : { verdict: 'none', reason: 'did-not-end' };
}

/** A machine too busy to tell says so, and to test again: so does this, as often as somebody would. */
export async function judgedWhenQuiet(root: string, check: MediaCheck, run: AppRun): Promise<Said> {
  for (let turn = 1; ; turn++) {
    const got = await judgedByTheApp(root, check, run);
    if (got.reason !== 'computer-busy' || turn === MOST_TURNS) return got;
    process.stderr.write('the computer was too busy to tell: once more\n');
  }
}

function jsonOf(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
