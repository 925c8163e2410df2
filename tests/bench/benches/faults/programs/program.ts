import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

export interface Program {
  /** Starts it; resolves with its first line. */
  readonly start: (...args: string[]) => Promise<Running>;
  /** What it was built to. */
  readonly file: string;
  readonly remove: () => void;
}

export interface Running {
  readonly child: ChildProcess;
  readonly first: string;
  /** All lines so far. */
  readonly lines: readonly string[];
  /** Resolves once so many lines have come, or the program has ended. */
  readonly reached: (lines: number) => Promise<void>;
  /** SIGKILL; resolves when it is gone and all it said is read. */
  readonly kill: () => Promise<void>;
}

/** Read from disk at run time, or not needed. */
const EXTERNAL = [
  '@photostructure/sqlite',
  'electron',
  'pg-native',
  'bufferutil',
  'utf-8-validate',
  '@expo-google-fonts/*',
];
/** Packages written as CommonJS ask for Node's own modules by it, and for where they stand. */
const REQUIRE =
  "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);const __filename=import.meta.filename??'';const __dirname=import.meta.dirname??'';";

/** Builds one of the programs beside this file, as the product is built. */
export async function buildProgram(
  root: string,
  name: 'writing-point' | 'sending-point' | 'serving-hub',
): Promise<Program> {
  const file = join(root, 'test-output', `${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, 'tests/bench/benches/faults/programs', `${name}.ts`)],
    ...{ outfile: file, absWorkingDir: root, bundle: true, platform: 'node', format: 'esm', target: 'node20' },
    // With its packages in it, as what is shipped: it is started hundreds of times.
    ...{ external: EXTERNAL, banner: { js: REQUIRE }, logLevel: 'error' },
  });
  return { start: (...args) => start(file, args), file, remove: () => rmSync(file, { force: true }) };
}

async function start(file: string, args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(-2000);
  });
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => lines.push(line));
  const gone = Promise.all([once(child, 'close'), once(reader, 'close')]);
  const reached = async (count: number) => {
    while (lines.length < count && child.exitCode === null && child.signalCode === null) {
      await Promise.race([once(reader, 'line'), gone]);
    }
  };
  await reached(1);
  const [first] = lines;
  if (first === undefined) throw new Error(`the program ended: ${complaint}`);
  return {
    ...{ child, first, lines, reached },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
