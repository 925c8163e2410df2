import { type CheckId, NODE_CHECK_IDS, type NodeCheckId } from '../../shared/checks/check-id.ts';
import type { ProbeOutcome } from '../../shared/checks/probe-outcome.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { MediaCheckId } from '../checks/media-probes.ts';
import type { Live, ProbeContext } from '../checks/probe.ts';
import type { PointWorld } from './world.ts';

/** What a probe is told, and whom it tells, at the time it starts. */
export interface MeasureHooks {
  readonly policy: () => Policy;
  readonly devices: () => ProbeContext['devices'];
  readonly onProgress: (id: CheckId, fraction: number) => void;
  readonly onLive: (id: CheckId, live: Live) => void;
}

/** Starts the probe of a check where it runs: in this window, or in the main process over the bridge. */
export function measureWith(world: Pick<PointWorld, 'client' | 'probes'>, hooks: MeasureHooks) {
  return (id: CheckId, runId: string, signal: AbortSignal): Promise<ProbeOutcome> =>
    isNodeCheck(id) ? overBridge(world, id, runId, signal) : inWindow(world, hooks, id, signal);
}

function isNodeCheck(id: CheckId): id is NodeCheckId {
  return NODE_CHECK_IDS.some((one) => one === id);
}

function inWindow<Id extends MediaCheckId>(
  { client, probes }: Pick<PointWorld, 'client' | 'probes'>,
  hooks: MeasureHooks,
  id: Id,
  signal: AbortSignal,
): Promise<ProbeOutcome> {
  const probe: PointWorld['probes'][Id] = probes[id];
  return probe({
    limits: hooks.policy().checks[id],
    devices: hooks.devices(),
    async cpuTimes() {
      const answer = await client.request('checks:cpu-times', {});
      return answer.ok ? answer.value : null;
    },
    signal,
    onProgress: (fraction) => hooks.onProgress(id, fraction),
    onLive: (live) => hooks.onLive(id, live),
  });
}

async function overBridge(
  { client }: Pick<PointWorld, 'client'>,
  id: NodeCheckId,
  runId: string,
  signal: AbortSignal,
): Promise<ProbeOutcome> {
  const cancel = () => void client.request('checks:cancel', { runId, id });
  signal.addEventListener('abort', cancel);
  const answer = await client.request('checks:measure', { runId, id });
  signal.removeEventListener('abort', cancel);
  return answer.ok ? answer.value : { kind: 'failed', failure: 'probe-error', detail: answer.error.code };
}
