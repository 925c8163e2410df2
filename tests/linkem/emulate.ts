import { execFileSync } from 'node:child_process';
import { accessSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type ProbeOutcome, probeOutcome } from '../../shared/checks/probe-outcome.ts';
import { runLink } from './linkrun.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = fileURLToPath(new URL('../../test-output/linkem/', import.meta.url));

/** As in README.md beside this file. */
export interface LinkProfile {
  readonly downMbps: number;
  readonly upMbps: number;
  readonly rttMs: number;
  readonly jitterMs?: number;
  readonly lossPct?: number;
}

/** Why links cannot be emulated on this machine; null when they can. */
export function whyNotEmulated(): string | null {
  if (process.getuid?.() !== 0) return 'emulated links need root';
  try {
    accessSync('/dev/net/tun');
    const program = '#include <stdio.h>\nint main(void) { return 0; }\n';
    execFileSync('gcc', ['-x', 'c', '-o', '/dev/null', '-'], { input: program, stdio: ['pipe', 'ignore', 'ignore'] });
    const name = `dc-try-${process.pid}`;
    execFileSync('ip', ['netns', 'add', name], { stdio: 'ignore' });
    execFileSync('ip', ['netns', 'del', name], { stdio: 'ignore' });
    return null;
  } catch (error) {
    return `emulated links need /dev/net/tun, gcc, ip and network namespaces: ${error instanceof Error ? error.message : error}`;
  }
}

/** Builds both ends; needed once before `probeOver`. */
export async function buildEnds(): Promise<void> {
  await build({
    entryPoints: ['hub-end.ts', 'point-end.ts'].map((file) => join(HERE, file)),
    outdir: OUT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
}

/** One run of the real link probe over an emulated link. `cutAfterMs`: the link dies so long after the grant. */
export async function probeOver(profile: LinkProfile, cutAfterMs?: number): Promise<ProbeOutcome> {
  const cut = cutAfterMs === undefined ? '' : `CUT_AFTER_MS=${cutAfterMs} `;
  const { client } = await runLink({
    profile,
    server: `${cut}exec node ${join(OUT, 'hub-end.mjs')}`,
    client: `exec node ${join(OUT, 'point-end.mjs')}`,
    waitPort: 8080,
    timeoutS: 25,
    trace: undefined,
    quiet: true,
  });
  if (client.exitCode !== 0) throw new Error(`the point's end failed: ${client.stdout}`);
  return probeOutcome.parse(client.result);
}
