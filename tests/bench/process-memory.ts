import { readFileSync } from 'node:fs';

/** Bytes of `pid` and everything it started, pages shared among processes counted by share (PSS). Linux only. */
export function memoryOf(pid: number): number {
  return sum(family(pid), (one) => {
    const [, kib = '0'] = /^Pss:\s+(\d+) kB/m.exec(read(one, 'smaps_rollup')) ?? [];
    return 1024 * Number(kib);
  });
}

/** Clock ticks that `pid` and everything it started have used of processors. */
export function ticksOf(pid: number): number {
  return sum(family(pid), (one) => {
    const stat = read(one, 'stat');
    // Fields as in proc(5), counted after the name, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
}

function family(pid: number): number[] {
  const children = read(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(family)];
}

/** Empty when it ended in between. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function sum(pids: readonly number[], of: (pid: number) => number): number {
  return pids.reduce((total, pid) => total + of(pid), 0);
}
