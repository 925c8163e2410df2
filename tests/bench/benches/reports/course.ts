import { randomUUID } from 'node:crypto';
import { cameraFixtures } from '../../../../shared/checks/camera/fixtures.ts';
import { CHECK_IDS, type CheckId } from '../../../../shared/checks/check-id.ts';
import { encoderFixtures } from '../../../../shared/checks/encoder/fixtures.ts';
import { hostFixtures } from '../../../../shared/checks/host/fixtures.ts';
import { goodLine } from '../../../../shared/checks/link/fixtures.ts';
import { microphoneFixtures } from '../../../../shared/checks/microphone/fixtures.ts';
import { judge } from '../../../../shared/checks/registry.ts';
import { screenShareFixtures } from '../../../../shared/checks/screen-share/fixtures.ts';
import { speakerFixtures } from '../../../../shared/checks/speaker/fixtures.ts';
import type { CheckRun } from '../../../../shared/events/event.ts';
import type { JournalEvent } from '../../../../shared/events/journal-event.ts';
import { DEFAULT_CHECKLIST } from '../../../../shared/policy/default-checklist.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';

const MINUTE = 60_000;
type Measurement = Readonly<Record<string, unknown>>;

/** A meeting's course at one point: two check runs, the checklist, duty, the seat; some late, some absent, some with incidents. */
export function courseOf(
  index: number,
  meetingId: string,
  startsAt: number,
  leader: { readonly id: string; readonly fullName: string },
): readonly (readonly [JournalEvent, number])[] {
  const minute = (count: number) => startsAt + count * MINUTE;
  const told = { meetingId, note: '' };
  const person = { ...leader, title: 'Chủ tịch UBND xã' };
  const signedIn = {
    type: 'leader-signed-in',
    meetingId,
    person,
    designatedPersonId: 'ct',
    substitution: null,
  } as const;
  const late = index % 12 === 4 ? 6 + (index % 30) : -12;
  const answers = DEFAULT_CHECKLIST.slice(0, 4).map((item, place): readonly [JournalEvent, number] => [
    { type: 'manual-answer', meetingId, itemId: item.id, answer: (index + place) % 40 === 0 ? 'no' : 'yes', note: '' },
    minute(-40),
  ]);
  const incident = { incidentId: randomUUID(), reporter: { by: 'app' as const } };
  const account = {
    what: 'Mất tiếng',
    since: minute(40),
    proposedCause: 'objective',
    causeNote: '',
    measured: null,
  } as const;
  return [
    [checkRun(index, meetingId, startsAt), minute(-75)],
    [{ type: 'technician-on-duty', meetingId, fullName: `Cán bộ ${index}`, phone: '0912 345 678' }, minute(-70)],
    ...answers,
    [checkRun(index + 1, meetingId, startsAt), minute(index % 9 === 0 ? -10 : -35)],
    ...(index % 25 === 5 ? [] : ([[signedIn, minute(late)]] as const)),
    ...(index % 15 === 2
      ? ([
          [{ type: 'seat-left', ...told }, minute(50)],
          [{ type: 'seat-returned', ...told }, minute(58)],
        ] as const)
      : []),
    ...(index % 18 === 6
      ? ([[{ type: 'incident-opened', meetingId, ...incident, kind: 'microphone', ...account }, minute(41)]] as const)
      : []),
    [{ type: index % 33 === 8 ? 'left-early' : 'ended', ...told }, minute(index % 33 === 8 ? 80 : 121)],
  ];
}

/** As measured and judged by the rules, with the differences between points that a country has. */
function checkRun(index: number, meetingId: string, startsAt: number): CheckRun {
  const results = CHECK_IDS.map((id) => {
    const measurement = measured(id, index) as Measurement;
    const { verdict, reason, values, findings } = judge(id, { kind: 'measured', measurement }, DEFAULT_POLICY);
    const drift =
      id === 'camera' && index % 50 === 9 ? [{ key: 'camera-device', before: 'USB A', after: 'USB B' }] : [];
    return { id, verdict, reason, values, findings: [...findings], drift, measurement, durationMs: 900 };
  });
  return {
    ...{ type: 'check-run', runId: randomUUID(), meetingId, policyVersion: DEFAULT_POLICY.version, trigger: 'person' },
    ...{ startedAt: startsAt - 45 * MINUTE, durationMs: 9000, overall: 'ready', results },
  };
}

function measured(id: CheckId, index: number): unknown {
  const odd = index % 14 === 3;
  switch (id) {
    case 'camera':
      return { ...cameraFixtures.ok };
    case 'microphone':
      return odd ? microphoneFixtures.noisy : microphoneFixtures.ok;
    case 'speaker':
      return index % 21 === 5 ? speakerFixtures['no-output'] : speakerFixtures.ok;
    case 'link':
      return {
        ...goodLine,
        rttMsP50: 8 + (index % 97) * 1.3,
        jitterMs: 1 + (index % 41) * 0.7,
        upload: rate(index),
        download: rate(index + 9),
      };
    case 'screen-share':
      return screenShareFixtures.ok;
    case 'encoder':
      return encoderFixtures.ok;
    case 'host':
      return hostFixtures.ok;
  }
}

function rate(index: number) {
  return { ...goodLine.upload, mbps: 1 + ((index * 37) % 400) / 10, limitedBy: index % 8 === 0 ? 'cap' : 'line' };
}
