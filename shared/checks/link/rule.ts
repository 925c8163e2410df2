import { rounded } from '../rounded.ts';
import { type Judgement, judgementOf, type ReasonValues } from '../verdict.ts';
import { audioQuality } from './audio-quality.ts';
import { type LinkFinding, unmeasured } from './finding.ts';
import type { LinkLimits } from './limits.ts';
import type { LinkMeasurement, LinkReached, LinkThroughput } from './measurement.ts';
import type { LinkProblem } from './problems.ts';
import { judgeLoss } from './rule-loss.ts';
import { judgeNotReached } from './rule-not-reached.ts';
import { judgePath } from './rule-path.ts';
import { judgeThroughput } from './rule-throughput.ts';
import { judgeAudio, judgeTiming } from './rule-timing.ts';

/**
 * Judges the line by the policy. What was not measured is never judged as good, and a hub out of reach never as the point's
 * fault. `values` hold a summary of what was measured beside what the reason mentions, and of each finding how the machine
 * is connected (`medium`), on which the remedy depends.
 */
export function judgeLink(measurement: LinkMeasurement, limits: LinkLimits): Judgement<LinkProblem | 'ok'> {
  if (!measurement.reached) return judgementOf([judgeNotReached(measurement)]);
  const medium = measurement.adapter ? { medium: measurement.adapter.type } : {};
  const findings = [
    ...judgeLossOf(measurement, limits),
    judgeThroughput('upload', measurement.upload, limits.uploadMbps),
    judgeThroughput('download', measurement.download, limits.downloadMbps),
    ...judgeAudio(measurement, limits),
    ...judgeTiming(measurement, limits),
    ...judgePath(measurement, limits),
  ]
    .filter((finding) => finding !== null)
    // A busy hub is one reason for whatever it could not see.
    .filter(({ reason }, n, all) => all.findIndex((other) => other.reason === reason) === n)
    .map((finding) => ({ ...finding, values: { ...finding.values, ...medium } }));
  const judgement = judgementOf(findings);
  return { ...judgement, values: { ...summary(measurement), ...judgement.values } };
}

/** Of a line that broke that comes first, and that too few packets got through is no reason beside it. */
function judgeLossOf(measurement: LinkReached, limits: LinkLimits): readonly (LinkFinding | null)[] {
  const losses = judgeLoss(measurement, limits);
  if (!measurement.interruptedDuring) return losses;
  return [unmeasured('interrupted'), ...losses.filter((finding) => finding?.reason !== 'loss-unmeasured')];
}

function summary(measurement: LinkReached): ReasonValues {
  const { upload, download, rttMsP50, jitterMs, udp, media } = measurement;
  const audio = audioQuality(measurement);
  const lossPct = media ? Math.max(media.up.lossPct, media.down.lossPct) : udp?.lossPct;
  const worse = audio && (audio.up.r < audio.down.r ? audio.up : audio.down);
  return {
    ...(upload ? { uploadMbps: rounded(upload.mbps), uploadBound: bound(upload) } : {}),
    ...(download ? { downloadMbps: rounded(download.mbps), downloadBound: bound(download) } : {}),
    rttMs: rounded(rttMsP50),
    jitterMs: rounded(jitterMs),
    ...(lossPct === undefined ? {} : { lossPct: rounded(lossPct) }),
    ...(worse ? { mos: rounded(worse.mos), r: rounded(worse.r) } : {}),
  };
}

/** Says before the number that the line carries at least as much. */
function bound(measured: LinkThroughput): string {
  return measured.limitedBy !== 'line' ? '≥\u00a0' : '';
}
