import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll } from 'vitest';
import { bundle } from '../point/bundle.ts';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface HubProcess {
  readonly url: string;
  readonly hubId: string;
  /** Sends the signal and answers how the process ended. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<{ code: number | null; stdout: string; stderr: string }>;
}

export interface Program {
  readonly run: (...args: string[]) => Promise<Ended>;
  readonly serve: (...args: string[]) => Promise<HubProcess>;
}

/** The province's command line in processes of its own, built once for the test file. */
export function provinceProgram(): Program {
  let built: ReturnType<typeof bundle> | null = null;
  const running = new Set<ReturnType<typeof spawn>>();
  beforeAll(() => {
    built = bundle('electron/cli/province.ts', 'province-cli');
  });
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
    built?.remove();
  });
  const command = (args: string[]) => [built?.file ?? '', ...args];
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return {
    run: (...args) =>
      new Promise((resolve) => {
        execFile(process.execPath, command(args), { env }, (error, stdout, stderr) => {
          resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
        });
      }),
    async serve(...args) {
      const child = spawn(process.execPath, command(['serve', '--json', '--port', '0', ...args]), { env });
      running.add(child);
      const said = { stdout: '', stderr: '' };
      child.stderr.on('data', (chunk: Buffer) => {
        said.stderr += chunk.toString();
      });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const line = await new Promise<string>((resolve, reject) => {
        child.once('close', (code) => reject(new Error(`the hub ended with ${code}: ${said.stderr}`)));
        createInterface({ input: child.stdout }).on('line', (text) => {
          said.stdout += `${text}\n`;
          resolve(text);
        });
      });
      const { url, hubId } = JSON.parse(line) as { url: string; hubId: string };
      return {
        url,
        hubId,
        async end(signal) {
          child.kill(signal);
          const code = await ended;
          running.delete(child);
          return { code, ...said };
        },
      };
    },
  };
}
