import type { ProbeOutcome } from '../../shared/checks/probe-outcome.ts';
import type { NoticeName, NoticeValue, RequestArgs } from '../../shared/ipc-contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import { linkAccess } from '../point/link-access.ts';
import type { PointService } from '../point/point-service.ts';
import { policyNow } from '../point/policy-now.ts';
import { linkNotices } from './link-notices.ts';
import { systemProxy } from './system-proxy.ts';

export interface NodeMeasuringDeps {
  readonly service: PointService;
  readonly dataDir: string;
  readonly tell: <Name extends NoticeName>(name: Name, value: NoticeValue<Name>) => void;
}

type Request = RequestArgs<'checks:measure'>;

/** Runs the probes of the Node side for the window, each of which it may cancel. */
export function nodeMeasuring({ service, dataDir, tell }: NodeMeasuringDeps) {
  const running = new Map<string, AbortController>();
  const keyOf = ({ runId, id }: Request) => `${runId} ${id}`;

  return {
    async measure(request: Request): Promise<Result<ProbeOutcome>> {
      const controller = new AbortController();
      running.set(keyOf(request), controller);
      const told = linkNotices({
        request,
        tell: (notice) => tell('checks:progress', notice),
        now: () => performance.now(),
      });
      const policy = policyNow(service, Date.now());
      try {
        // Read from disk once something is measured: a start has no use for it.
        const { measureNode } = await import('../checks/node-probes.ts');
        const outcome = await measureNode(request.id, {
          ...linkAccess(service),
          proxyOf: systemProxy,
          dataDir,
          signal: controller.signal,
          mediaMbps: policy.checks.link.mediaMbps,
          timeoutMs: policy.probeTimeoutMs,
          ...told,
        });
        return ok(outcome);
      } finally {
        running.delete(keyOf(request));
      }
    },
    cancel(request: Request): Result<null> {
      running.get(keyOf(request))?.abort();
      return ok(null);
    },
  };
}
