import type { UpdateReport } from '../../../shared/protocol/releases.ts';
import type { UpdateState } from '../../../shared/updates/state.ts';
import type { Clock } from '../clock.ts';
import type { PointService } from '../point-service.ts';

const AGAIN_MS = 5 * 60_000;

/** Tells the province what this point does about a release, whenever that is something else, again while it is not heard. */
export function reportsOf(service: Pick<PointService, 'reportUpdate'>, clock: Clock): (state: UpdateState) => void {
  let told = '';
  let cancel = (): void => undefined;
  async function tell(report: UpdateReport, text: string): Promise<void> {
    cancel();
    told = text;
    const answer = await service.reportUpdate(report);
    if (!answer.ok && told === text) cancel = clock.after(AGAIN_MS, () => void tell(report, text));
  }
  return (state) => {
    const report = reportOf(state);
    const text = JSON.stringify(report);
    if (text !== told) void tell(report, text);
  };
}

export function reportOf(state: UpdateState): UpdateReport {
  const waiting = state.kind === 'waiting' || state.kind === 'ready' ? state.waiting : null;
  return {
    version: 'version' in state ? state.version : null,
    kind: state.kind,
    waiting: waiting?.why ?? null,
    until: waiting?.until ?? null,
    error: state.kind === 'failed' ? state.error : null,
  };
}
