import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface BenchHub {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The hub as a province runs it, in a process of its own. `root`: the repository's folder. */
export async function startHub(root: string, dataDir: string): Promise<BenchHub> {
  const cli = join(root, 'dist', 'province-cli.js');
  const child = spawn(process.execPath, [cli, 'serve', '--data', dataDir, '--port', '0', '--quiet', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /"url":\s*"([^"]+)"/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
