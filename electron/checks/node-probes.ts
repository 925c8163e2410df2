import type { NodeCheckId } from '../../shared/checks/check-id.ts';
import type { LinkSample, LinkWaiting } from '../../shared/checks/link/live.ts';
import type { ProbeOutcome } from '../../shared/checks/probe-outcome.ts';
import { measureHost } from './host/probe.ts';
import { measureLink, notEnrolled } from './link/probe.ts';
import type { LinkLeaseControl, LinkSystem, LinkWorld } from './link/world.ts';

/** What the Node side's probes need between them. */
export interface NodeProbeContext {
  /** Null before enrolment. */
  readonly hub: { readonly url: string; readonly pin?: string | null } | null;
  readonly grant: LinkWorld['grant'];
  readonly lease?: LinkLeaseControl;
  readonly mediaMbps?: number | undefined;
  readonly platformTargets?: LinkWorld['platformTargets'];
  /** As `LinkSystem` says; the environment's where nobody else tells. */
  readonly proxyOf?: LinkSystem['proxyOf'];
  readonly dataDir: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly onProgress: (fraction: number) => void;
  readonly onSample?: (sample: LinkSample) => void;
  readonly onWaiting?: (waiting: LinkWaiting | null) => void;
}

type NodeProbe = (context: NodeProbeContext) => Promise<ProbeOutcome>;

const NODE_PROBES = {
  link: async ({ hub, proxyOf, platformTargets = [], ...world }) => {
    if (!hub) return notEnrolled();
    const system = proxyOf ? { proxyOf } : {};
    return measureLink({ ...world, system, platformTargets, hubUrl: hub.url, hubPin: hub.pin ?? null });
  },
  host: measureHost,
} satisfies Record<NodeCheckId, NodeProbe>;

/** A probe that was told to stop gets so long to close what it opened. */
const CLOSING_MS = 1_000;

/** Runs one probe. Never rejects: a bug is `probe-error`, too long `timed-out`, an abort `cancelled`. */
export async function measureNode(id: NodeCheckId, context: NodeProbeContext): Promise<ProbeOutcome> {
  const overdue = new AbortController();
  const signal = AbortSignal.any([context.signal, overdue.signal]);
  const startTimer = () => setTimeout(() => overdue.abort(), context.timeoutMs);
  let timer = startTimer();
  /** Waiting for the province's line is not the probe's own time. */
  const onWaiting: NodeProbeContext['onWaiting'] = (waiting) => {
    clearTimeout(timer);
    if (!waiting && !signal.aborted) timer = startTimer();
    context.onWaiting?.(waiting);
  };
  try {
    const outcome = await Promise.race([NODE_PROBES[id]({ ...context, onWaiting, signal }), stopped(signal)]);
    if (context.signal.aborted) return failed('cancelled');
    return overdue.signal.aborted ? failed('timed-out') : outcome;
  } catch (error) {
    return failed('probe-error', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
    overdue.abort();
  }
}

function stopped(signal: AbortSignal): Promise<ProbeOutcome> {
  return new Promise((resolve) => {
    const giveUp = () => setTimeout(() => resolve(failed('timed-out')), CLOSING_MS).unref();
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

function failed(failure: Extract<ProbeOutcome, { kind: 'failed' }>['failure'], detail = ''): ProbeOutcome {
  return { kind: 'failed', failure, detail };
}
