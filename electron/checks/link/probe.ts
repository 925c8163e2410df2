import { setMaxListeners } from 'node:events';
import type { LinkSample } from '../../../shared/checks/link/live.ts';
import type { LinkMeasurement } from '../../../shared/checks/link/measurement.ts';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import type { LinkRates } from '../../../shared/protocol/link-session.ts';
import { startSteadyClock } from '../../time/steady-clock.ts';
import { connectWebSocket } from './connect-websocket.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { hubDoor } from './hub-door.ts';
import { measureLine } from './measure-line.ts';
import { orElse } from './pause.ts';
import { type ReachedHub, reachHub } from './reach.ts';
import { requestGrant } from './request-grant.ts';
import { explainRefusal, lookAround, proxyInUse } from './surroundings.ts';
import type { LinkTarget } from './target.ts';
import type { Unreached } from './unreached.ts';
import { type LinkSystem, type LinkWorld, OPERATING_SYSTEM } from './world.ts';

/** The whole probe, whatever the line does. */
const DEADLINE_MS = 7_500;
const LEASE_END_MS = 1_000;
/** Of a meeting with 720p, where the policy does not say. */
const MEETING_MBPS = 2.5;
const UNBOUNDED = { down: Number.POSITIVE_INFINITY, up: Number.POSITIVE_INFINITY };

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
    const told = { ...world, onProgress: forwardOnly(world.onProgress) };
    const found = await measure(told, system, { deadline, signal, startedAt: start });
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

/** Tells one need after the other, so that the hub hears the last one last. Where nothing is set aside there is none to tell. */
function inOrder(tell: (rates: LinkRates) => Promise<unknown> | undefined): (rates: LinkRates) => void {
  let told: Promise<unknown> = Promise.resolve();
  return (rates) => {
    if (Number.isFinite(rates.up)) told = told.then(() => tell(rates));
  };
}

/** Also of a cancelled test: the next point waits for it. */
async function endLease({ lease }: LinkWorld): Promise<void> {
  const patience = AbortSignal.timeout(LEASE_END_MS);
  await orElse(lease?.end(patience) ?? Promise.resolve(), undefined, patience);
}

/** How long the probe may go on, and since when it does. */
interface Time {
  readonly deadline: Deadline;
  readonly signal: AbortSignal;
  readonly startedAt: number;
}

async function measure(world: LinkWorld, system: LinkSystem, time: Time): Promise<Found<true> | Found<false>> {
  const host = new URL(world.hubUrl).host;
  const door = hubDoor(world.hubUrl, world.hubPin ?? null);
  const [hub, proxy] = await Promise.all([
    reachHub(door, system, time.signal),
    proxyInUse(world.hubUrl, system, time.signal),
  ]);
  if ('step' in hub) return { ...notReached(host, hub), ...proxy };
  world.onProgress(0.05);
  const granted = await requestGrant(world, time.deadline);
  if ('step' in granted) {
    return { ...notReached(host, await explainRefusal(granted, door, hub, time.signal)), ...proxy };
  }
  const { grant, grantMs, queue } = granted;
  world.onProgress(0.1);
  const target: LinkTarget = {
    address: hub.address,
    udpPort: grant.udpPort,
    tcpPort: grant.tcpPort,
    session: grant.id,
    key: Buffer.from(grant.key, 'base64url'),
    nowUs: startSteadyClock(),
    mostMbps: grant.mostMbps ?? UNBOUNDED,
    tunnel: (timeoutMs, stop) => connectWebSocket(door, hub.address, timeoutMs, stop),
  };
  const startedAt = time.startedAt + (queue?.waitedMs ?? 0);
  const found = await measureGranted(world, system, { ...hub, grantMs }, target, { ...time, startedAt });
  return { ...found, ...proxy, ...(queue && { queue }) };
}

async function measureGranted(
  world: LinkWorld,
  system: LinkSystem,
  { address: _, localAddress, ...way }: ReachedHub & { readonly grantMs: number },
  target: LinkTarget,
  { signal, startedAt }: Time,
): Promise<Found<true> | Found<false>> {
  const looked = lookAround(world, system, localAddress, signal);
  const options = {
    meetingMbps: world.mediaMbps ?? MEETING_MBPS,
    untilMs: startedAt + DEADLINE_MS,
    onProgress: (fraction: number) => world.onProgress(0.1 + 0.9 * fraction),
    onNeed: inOrder((rates) => world.lease?.need(rates, signal)),
    onSample: (sample: Omit<LinkSample, 'atMs'>) =>
      world.onSample?.({ ...sample, atMs: performance.now() - startedAt }),
  };
  const line = await measureLine(target, options, signal);
  if (!line) return notReached(new URL(world.hubUrl).host, { step: 'responder', cause: 'silent' });
  const around = await looked;
  world.onProgress(1);
  return { reached: true, ...way, ...line, ...around };
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
