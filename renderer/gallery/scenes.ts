import { DRIFT_KEYS, type Drift } from '../../shared/baseline/drift.ts';
import { CHECK_WORDS } from '../../shared/checks/all-words.ts';
import { cameraFixtures } from '../../shared/checks/camera/fixtures.ts';
import type { CheckId } from '../../shared/checks/check-id.ts';
import { encoderFixtures } from '../../shared/checks/encoder/fixtures.ts';
import { hostFixtures } from '../../shared/checks/host/fixtures.ts';
import { linkFixtures } from '../../shared/checks/link/fixtures.ts';
import { microphoneFixtures } from '../../shared/checks/microphone/fixtures.ts';
import { PROBE_FAILURES } from '../../shared/checks/probe-failure.ts';
import type { ProbeOutcome } from '../../shared/checks/probe-outcome.ts';
import { judge } from '../../shared/checks/registry.ts';
import { screenShareFixtures } from '../../shared/checks/screen-share/fixtures.ts';
import { speakerFixtures } from '../../shared/checks/speaker/fixtures.ts';
import type { Finding, Judgement, ReasonValues, Verdict } from '../../shared/checks/verdict.ts';
import { DEFAULT_POLICY } from '../../shared/policy/default-policy.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { CheckCardProps } from '../checks/check-card.tsx';
import type { Measurement } from '../checks/fact.ts';
import { activitiesOf } from './activities.ts';
import { afterwardsOf } from './afterwards.tsx';
import { roomStill } from './room-picture.ts';

/** One card of the gallery: all that it is given but what to do at a click. */
export type Scene = Omit<CheckCardProps, 'onRun' | 'onCancel'> & { readonly key: string };

/** A measurement of every reason. */
const FIXTURES: Readonly<Record<CheckId, Readonly<Record<string, Measurement>>>> = {
  camera: cameraFixtures,
  microphone: microphoneFixtures,
  speaker: speakerFixtures,
  link: linkFixtures,
  'screen-share': screenShareFixtures,
  encoder: encoderFixtures,
  host: hostFixtures,
};

/** Today, as on a card that was just measured. */
const AT = Date.now();
/** Asks for mains power, so that its reasons come up as well. */
const POLICY: Policy = {
  ...DEFAULT_POLICY,
  checks: { ...DEFAULT_POLICY.checks, host: { ...DEFAULT_POLICY.checks.host, mainsPowerRequired: true } },
};

/** Every reason of a check as its own rule judges it, what the probe may fail with, and the card while it measures. */
export function scenesOf(id: CheckId): readonly Scene[] {
  const reasons = ['ok', ...Object.keys(CHECK_WORDS[id].vi.problems)];
  return [
    scene(id, 'not-run', { verdict: 'not-run', reason: 'not-run', values: {}, findings: [] }, null),
    ...reasons.map((reason) => ofReason(id, reason)),
    ...PROBE_FAILURES.map((failure) => judged(id, failure, { kind: 'failed', failure, detail: 'Error: gone' })),
    withDrift(id),
    manyFindings(id, reasons.slice(1, 4)),
    ...activitiesOf(id).map((activity, at) => ({
      ...scene(id, `busy-${at}`, { verdict: 'not-run', reason: 'not-run', values: {}, findings: [] }, null),
      activity,
    })),
  ];
}

function ofReason(id: CheckId, reason: string): Scene {
  const measurement = FIXTURES[id][reason];
  return measurement ? judged(id, reason, { kind: 'measured', measurement }) : scene(id, reason, madeUp(reason), null);
}

function judged(id: CheckId, key: string, outcome: ProbeOutcome): Scene {
  return scene(id, key, judge(id, outcome, POLICY), outcome.kind === 'measured' ? outcome.measurement : null);
}

function scene(id: CheckId, key: string, judgement: Judgement, measurement: Measurement | null): Scene {
  const { verdict, reason, values, findings } = judgement;
  const measured = verdict !== 'not-run';
  return {
    key,
    id,
    verdict,
    reason,
    values,
    findings: [...findings],
    at: measured ? AT : null,
    measurement,
    durationMs: measured ? 4200 : null,
    policy: POLICY,
    policyVersion: POLICY.version,
    activity: null,
    still: stillOf(id, key, measurement),
    afterwards: afterwardsOf(id, measurement),
  };
}

/** A picture where the camera gave one. */
function stillOf(id: CheckId, reason: string, measurement: Measurement | null): CheckCardProps['still'] {
  const seen = id === 'camera' && measurement?.opened === true && measurement.picture !== null;
  return seen ? roomStill(reason, AT) : null;
}

/** For a reason that no measurement brings up alone. */
function madeUp(reason: string): Judgement {
  const finding: Finding = { verdict: 'warn', reason, values: VALUES };
  return { ...finding, findings: [finding] };
}

/** Every change there may be a note about, on a card that passes. */
function withDrift(id: CheckId): Scene {
  const drift: readonly Drift[] = DRIFT_KEYS.filter((key) => key.startsWith(id.split('-')[0] ?? id)).map((key) =>
    key.endsWith('-device') || key.endsWith('-adapter')
      ? { key, before: 'HD Webcam', after: 'Jabra Speak 510 USB' }
      : { key, before: 29.9, after: 12.5 },
  );
  return { ...ofReason(id, 'ok'), key: 'drift', drift: [...drift] };
}

function manyFindings(id: CheckId, reasons: readonly string[]): Scene {
  const findings = reasons.map((reason) => ({ verdict: 'warn' as const, reason, values: VALUES }));
  const verdict: Verdict = 'warn';
  return scene(id, 'many', { verdict, reason: reasons[0] ?? 'ok', values: VALUES, findings }, null);
}

/** Something for every value that words mention: a long name where it is a name, else a number. */
const NAMES: Readonly<Record<string, string>> = {
  label: 'Jabra Speak 510 USB (0b0e:0420)',
  detail: 'NotReadableError',
  host: 'diemcau.gialai.gov.vn',
  adapter: 'Intel(R) Wi-Fi 6 AX201 160MHz',
  cause: 'CERT_HAS_EXPIRED',
  uploadBound: '≥ ',
  downloadBound: '≥ ',
};
const VALUES: ReasonValues = Object.fromEntries(
  [...JSON.stringify(Object.values(CHECK_WORDS)).matchAll(/\{\{(\w+)/g)].map(([, name = '']) => [
    name,
    NAMES[name] ?? 1280.5,
  ]),
);
