import { type Finding, type Judgement, judgementOf, type ReasonValues } from '../verdict.ts';
import type { LinkLimits } from './limits.ts';
import type { LinkMeasurement, LinkReached, LinkThroughput } from './measurement.ts';
import type { LinkProblem } from './problems.ts';
import { judgeNotReached } from './rule-not-reached.ts';

type LinkFinding = Finding<LinkProblem>;

/** Judges the line by the policy. What was not measured is never judged as good, and a hub out of reach never as the point's fault. */
export function judgeLink(measurement: LinkMeasurement, limits: LinkLimits): Judgement<LinkProblem | 'ok'> {
  if (!measurement.reached) return judgementOf([judgeNotReached(measurement)]);
  const findings = [
    throughput('upload', measurement.upload, limits.uploadMbps),
    throughput('download', measurement.download, limits.downloadMbps),
    loss(measurement, limits),
    above('rtt-high', measurement.rttMsP50, limits.rttMs, (rttMs, allowedMs) => ({ rttMs, allowedMs })),
    above('jitter-high', measurement.jitterMs, limits.jitterMs, (jitterMs, allowedMs) => ({ jitterMs, allowedMs })),
    clock(measurement, limits),
    measurement.udp ? null : warning('tcp-only'),
    limits.wiredAdvised && measurement.adapter?.type === 'wireless'
      ? warning('wireless', { adapter: measurement.adapter.name })
      : null,
    measurement.interruptedDuring ? unmeasured('interrupted') : null,
  ];
  return judgementOf(
    findings.filter((finding) => finding !== null),
    summary(measurement),
  );
}

/** A rate that only our own cap or this machine limited is a lower bound: enough if it is enough, and otherwise no verdict. */
function throughput(
  direction: 'upload' | 'download',
  measured: LinkThroughput | null,
  limits: { readonly warnBelow: number; readonly failBelow: number },
): LinkFinding | null {
  if (!measured) return unmeasured(`${direction}-unmeasured`);
  if (measured.mbps >= limits.warnBelow && measured.mbps >= limits.failBelow) return null;
  if (measured.limitedBy !== 'line') return unmeasured(`${direction}-unmeasured`);
  const failed = measured.mbps < limits.failBelow;
  const neededMbps = failed ? limits.failBelow : limits.warnBelow;
  return {
    verdict: failed ? 'fail' : 'warn',
    reason: `${direction}-low`,
    values: { [`${direction}Mbps`]: tenth(measured.mbps), neededMbps },
  };
}

function above(
  reason: LinkProblem,
  measured: number,
  limits: { readonly warnAbove: number; readonly failAbove: number },
  values: (measured: number, allowed: number) => ReasonValues,
): LinkFinding | null {
  if (measured <= limits.warnAbove && measured <= limits.failAbove) return null;
  const failed = measured > limits.failAbove;
  const allowed = failed ? limits.failAbove : limits.warnAbove;
  return { verdict: failed ? 'fail' : 'warn', reason, values: values(tenth(measured), allowed) };
}

/** Only the part of the offset that the measurement's own error cannot explain counts. */
function clock({ clock: { offsetMs, errorMs } }: LinkReached, limits: LinkLimits): LinkFinding | null {
  const certain = Math.max(0, Math.abs(offsetMs) - errorMs) / 1000;
  return above('clock-off', certain, limits.clockOffsetSeconds, (offsetSeconds, allowedSeconds) => ({
    offsetSeconds,
    allowedSeconds,
  }));
}

function loss({ udp }: LinkReached, limits: LinkLimits): LinkFinding | null {
  if (!udp) return null;
  const ways = { lossUpPct: tenth(udp.lossUpPct), lossDownPct: tenth(udp.lossDownPct) };
  return above('loss-high', udp.lossPct, limits.lossPct, (lossPct, allowedPct) => ({ lossPct, allowedPct, ...ways }));
}

function summary({ upload, download, rttMsP50, jitterMs, udp }: LinkReached): ReasonValues {
  return {
    uploadMbps: tenth(upload?.mbps ?? 0),
    uploadBound: bound(upload),
    downloadMbps: tenth(download?.mbps ?? 0),
    downloadBound: bound(download),
    rttMs: tenth(rttMsP50),
    jitterMs: tenth(jitterMs),
    lossPct: tenth(udp?.lossPct ?? 0),
  };
}

/** Says before the number that the line carries at least as much. */
function bound(measured: LinkThroughput | null): string {
  return measured && measured.limitedBy !== 'line' ? '≥\u00a0' : '';
}

function warning(reason: LinkProblem, values: ReasonValues = {}): LinkFinding {
  return { verdict: 'warn', reason, values };
}

function unmeasured(reason: LinkProblem): LinkFinding {
  return { verdict: 'unmeasured', reason, values: {} };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
