import { execFileSync } from 'node:child_process';
import { accessSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type ProbeOutcome, probeOutcome } from '../../shared/checks/probe-outcome.ts';

const ROOT = repository();
export const HERE = join(ROOT, 'tests/linkem');
/** Where `buildEnds` puts both ends. */
export const ENDS = join(ROOT, 'test-output/linkem');

/** As in README.md beside this file. */
export interface LinkProfile {
  readonly downMbps: number;
  readonly upMbps: number;
  readonly rttMs: number;
  readonly jitterMs?: number;
  readonly lossPct?: number;
  readonly lossDownPct?: number;
  readonly lossUpPct?: number;
  readonly lossBurstPkts?: number;
  readonly bufferMs?: number;
  readonly bufferDownKB?: number;
  readonly bufferUpKB?: number;
  readonly burstKB?: number;
  readonly reorderPct?: number;
  readonly duplicatePct?: number;
  readonly crossDownMbps?: number;
  readonly crossUpMbps?: number;
  readonly thenDownMbps?: number;
  readonly thenUpMbps?: number;
  readonly seed?: number;
}

/** What happens to the link or the machine meanwhile. */
export interface LinkCircumstances {
  /** The link dies so long after the grant, without a word to the near end. */
  readonly cutAfterMs?: number;
  /** The rates become the profile's `thenDownMbps` and `thenUpMbps` so long after the grant. */
  readonly changeAfterMs?: number;
  /** So many TCP connections each way from beside the point, all the time, as fast as TCP lets them. */
  readonly competingConnections?: number;
  /** Other work on the machine does not disturb the two ends (SCHED_RR); linkem itself is never disturbed. */
  readonly undisturbed?: boolean;
}

/** One direction as the emulator itself counted it, in IP bytes. */
export interface EmulatorCounts {
  readonly inPkts: number;
  readonly inBytes: number;
  readonly outBytes: number;
  readonly lostPkts: number;
  readonly queueDropPkts: number;
  readonly reorderedPkts: number;
  readonly duplicatedPkts: number;
  readonly maxQueueMs: number;
  readonly latenessMaxMs: number;
}

export interface LinkRun {
  readonly outcome: ProbeOutcome;
  /** Of the near end's process, start-up included. */
  readonly wallMs: number;
  readonly down: EmulatorCounts;
  readonly up: EmulatorCounts;
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

/** All named profiles: those the emulator came with, and our own. */
export function linkProfiles(): Readonly<Record<string, LinkProfile>> {
  const read = (file: string) => JSON.parse(readFileSync(join(HERE, file), 'utf8')) as Record<string, LinkProfile>;
  return { ...read('profiles.json'), ...read('profiles-own.json') };
}

/** Builds both ends; needed once before `runOver` and `probeOver`. */
export async function buildEnds(): Promise<void> {
  await build({
    entryPoints: ['hub-end.ts', 'point-end.ts', 'crowd-hub-end.ts', 'crowd-end.ts'].map((file) => join(HERE, file)),
    outdir: ENDS,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
}

/** One run of the real link probe over an emulated link, and what the emulator saw of it. Throws when an end fails. */
export async function runOver(profile: LinkProfile, circumstances: LinkCircumstances = {}): Promise<LinkRun> {
  const { runLink } = await linkrun();
  const { client, link } = await runLink({
    profile,
    ...endCommands(circumstances),
    waitPort: 8080,
    timeoutS: 25,
    trace: undefined,
    quiet: true,
    rt: circumstances.undisturbed ?? false,
  });
  if (client.exitCode !== 0) throw new Error(`the point's end failed: ${client.stdout}`);
  return { outcome: probeOutcome.parse(client.result), wallMs: client.wallMs, down: link.down, up: link.up };
}

function endCommands({ cutAfterMs, changeAfterMs, competingConnections }: LinkCircumstances) {
  const later = { CUT_AFTER_MS: cutAfterMs, CHANGE_AFTER_MS: changeAfterMs };
  const set = Object.entries(later).flatMap(([name, ms]) => (ms === undefined ? [] : [`export ${name}=${ms};`]));
  const hub = `${set.join(' ')} exec node ${join(ENDS, 'hub-end.mjs')}`;
  const point = `node ${join(ENDS, 'point-end.mjs')}`;
  if (!competingConnections) return { server: hub, client: `exec ${point}` };
  const rival = `STREAMS=${competingConnections} node ${join(HERE, 'rival.mjs')}`;
  return {
    server: `node ${join(HERE, 'ref-server.mjs')} & ${hub}`,
    client: `${rival} >&2 & ${point}; code=$?; kill %1; exit $code`,
  };
}

/** The outcome alone. */
export async function probeOver(profile: LinkProfile, circumstances: LinkCircumstances = {}): Promise<ProbeOutcome> {
  return (await runOver(profile, circumstances)).outcome;
}

/** Not bundled: it finds the emulator's source beside itself. */
export function linkrun(): Promise<typeof import('./linkrun.mjs')> {
  return import(pathToFileURL(join(HERE, 'linkrun.mjs')).href);
}

/** The folder that holds `package.json`, whether this runs from a bundle or from the sources. */
function repository(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
