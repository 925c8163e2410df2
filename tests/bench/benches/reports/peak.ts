import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const EVERY_MS = 20;

/** Runs a command of the province as people do, in a process of its own: the most memory it held, bytes; null when it failed. */
export function peakOfCommand(root: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(root, 'dist', 'province-cli.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid ?? 0));
  }, EVERY_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      resolve(code === 0 && peak > 0 ? peak : null);
    });
  });
}

/** The kernel keeps the highest value itself, so that little is missed between two looks. */
function highWater(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
