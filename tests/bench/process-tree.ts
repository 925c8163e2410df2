import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 100;

/** Adds up the processor time of processes that come and go. */
export interface CpuWatch {
  /** Ends the watch. Seconds that all of them used; null where there is no `/proc`. */
  readonly stop: () => number | null;
}

interface Seen {
  readonly pid: number;
  readonly parent: number;
  /** When it started: a number that is given out again is another process. */
  readonly started: string;
  /** Clock ticks in the program and in the system for it. */
  readonly ticks: number;
}

/** Watches everything that `root` starts, directly or not, until the stop; not `root` itself. */
export function watchTree(root: number): CpuWatch {
  const ticks = new Map<string, number>();
  const family = new Set([root]);
  const before = new Set(processes()?.map(keyOf));
  const look = (): void => {
    const all = processes() ?? [];
    // Once of the family, always: what loses its parent is handed to another one.
    for (const one of [...all].sort((a, b) => a.pid - b.pid)) if (family.has(one.parent)) family.add(one.pid);
    for (const one of all) {
      if (one.pid !== root && family.has(one.pid) && !before.has(keyOf(one))) ticks.set(keyOf(one), one.ticks);
    }
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      look();
      clearInterval(timer);
      if (ticks.size === 0) return null;
      return [...ticks.values()].reduce((sum, one) => sum + one, 0) / ticksPerSecond();
    },
  };
}

function keyOf({ pid, started }: Seen): string {
  return `${pid} ${started}`;
}

function processes(): Seen[] | null {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).flatMap((pid) => processOf(pid) ?? []);
  } catch {
    return null;
  }
}

/** Null when it ended in between. Fields as in proc(5), counted after the name, which may hold anything. */
function processOf(pid: number): Seen | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system, started = ''] = [fields[1], fields[11], fields[12], fields[19]];
    return { pid, parent: Number(parent), started, ticks: Number(user) + Number(system) };
  } catch {
    return null;
  }
}

function ticksPerSecond(): number {
  return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
}
