import { setMaxListeners } from 'node:events';
import type { LinkMeasurement } from '../../../shared/checks/link/measurement.ts';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import { startSteadyClock } from '../../time/steady-clock.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { measureDownload } from './download.ts';
import { type Echoes, measureEchoes } from './measure-echoes.ts';
import { orElse } from './pause.ts';
import { type ReachedHub, reachHub, type Unreached } from './reach.ts';
import { requestGrant } from './request-grant.ts';
import type { LinkTarget } from './target.ts';
import type { Transfer } from './transfer.ts';
import { measureUpload } from './upload.ts';
import { type LinkSystem, type LinkWorld, OPERATING_SYSTEM } from './world.ts';

/** The whole probe, whatever the line does. */
const DEADLINE_MS = 7_500;
const LEASE_END_MS = 1_000;
/** Of a direction that was not tried, because the other one broke off. */
const NOTHING: Transfer = { throughput: null, bytes: 0, broke: true };

type Found<Reached extends boolean> = Omit<Extract<LinkMeasurement, { reached: Reached }>, 'durationMs'>;

/**
 * Measures the line to the hub in at most eight seconds and 15 MB: the way there, echoes, throughput down, then up.
 * A line that dies on the way gives what was measured until then. All sockets are closed when it resolves.
 */
export async function measureLink(world: LinkWorld): Promise<ProbeOutcome> {
  const start = performance.now();
  const system: LinkSystem = { ...OPERATING_SYSTEM, ...world.system };
  const deadline = startDeadline(DEADLINE_MS);
  const signal = AbortSignal.any([world.signal, deadline.signal]);
  // Every socket and wait of the probe listens to it.
  setMaxListeners(0, signal);
  try {
    const found = await measure({ ...world, onProgress: forwardOnly(world.onProgress) }, system, deadline, signal);
    if (world.signal.aborted) return { kind: 'failed', failure: 'cancelled', detail: '' };
    const durationMs = performance.now() - start - (found.queue?.waitedMs ?? 0);
    return { kind: 'measured', measurement: { ...found, durationMs } };
  } finally {
    deadline.end();
    await endLease(world);
  }
}

/** A phase that starts over, as the echoes over TCP, must not pull the bar back. */
function forwardOnly(tell: (fraction: number) => void): (fraction: number) => void {
  let told = 0;
  return (fraction) => {
    if (fraction <= told) return;
    told = fraction;
    tell(fraction);
  };
}

/** Also of a cancelled test: the next point waits for it. */
async function endLease({ lease }: LinkWorld): Promise<void> {
  const patience = AbortSignal.timeout(LEASE_END_MS);
  await orElse(lease?.end(patience) ?? Promise.resolve(), undefined, patience);
}

async function measure(
  world: LinkWorld,
  system: LinkSystem,
  deadline: Deadline,
  signal: AbortSignal,
): Promise<Found<true> | Found<false>> {
  const host = new URL(world.hubUrl).host;
  const hub = await reachHub(world.hubUrl, system, signal);
  if ('step' in hub) return notReached(host, hub);
  world.onProgress(0.05);
  const granted = await requestGrant(world, deadline);
  if ('step' in granted) return notReached(host, granted);
  const { grant, grantMs, queue } = granted;
  world.onProgress(0.1);
  const target: LinkTarget = {
    address: hub.address,
    udpPort: grant.udpPort,
    tcpPort: grant.tcpPort,
    session: grant.id,
    key: Buffer.from(grant.key, 'base64url'),
    nowUs: startSteadyClock(),
  };
  const found = await measureGranted(world, system, hub, target, grantMs, signal);
  return { ...found, ...(queue && { queue }) };
}

async function measureGranted(
  world: LinkWorld,
  system: LinkSystem,
  hub: ReachedHub,
  target: LinkTarget,
  grantMs: number,
  signal: AbortSignal,
): Promise<Found<true> | Found<false>> {
  const echoes = await measureEchoes(target, signal, (fraction) => world.onProgress(0.1 + 0.4 * fraction));
  if (!echoes) return notReached(new URL(world.hubUrl).host, { step: 'responder', cause: 'silent' });
  const asked = orElse(system.adapterOf(hub.localAddress), null, signal);
  const download = await measureDownload(target, signal);
  world.onProgress(0.75);
  const upload = download.broke ? NOTHING : await measureUpload(target, signal);
  const adapter = await asked;
  world.onProgress(1);
  return {
    reached: true,
    nameMs: hub.nameMs,
    tcpConnectMs: hub.tcpConnectMs,
    grantMs,
    // UDP that stops while TCP goes on is not a dead path: something on the way drops it, and that is loss.
    udp: download.broke ? echoes.udp : (echoes.diedWith ?? echoes.udp),
    ...echoes.timing,
    upload: upload.throughput,
    download: download.throughput,
    interruptedDuring: interruption(echoes, download, upload),
    adapter,
    bytesUsed: echoes.bytes + download.bytes + upload.bytes,
  };
}

function interruption(echoes: Echoes, download: Transfer, upload: Transfer): 'echo' | 'download' | 'upload' | null {
  if (download.broke) return echoes.diedWith ? 'echo' : 'download';
  return upload.broke ? 'upload' : null;
}

function notReached(host: string, { step, cause, queue }: Unreached): Found<false> {
  return { reached: false, step, cause, host, ...(queue && { queue }) };
}

/** The outcome before enrolment, when there is no hub to measure to. */
export function notEnrolled(): ProbeOutcome {
  return {
    kind: 'measured',
    measurement: { ...notReached('', { step: 'hub', cause: 'enrolment-missing' }), durationMs: 0 },
  };
}
