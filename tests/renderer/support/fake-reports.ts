import type { ServerResponse } from 'node:http';
import { attendanceOf } from '../../../shared/attendance/attendance.ts';
import { meeting } from '../../../shared/meeting/meeting.ts';
import { EMPTY_RECORD, type MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { DEFAULT_CHECKLIST } from '../../../shared/policy/default-checklist.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { DevicesFold } from '../../../shared/reports/devices/report.ts';
import { occasionOf } from '../../../shared/reports/discipline/occasion.ts';
import { DisciplineFold } from '../../../shared/reports/discipline/report.ts';
import type { ReportModel } from '../../../shared/reports/model.ts';
import { readinessModel } from '../../../shared/reports/readiness/report.ts';
import { createTranslator, type Locale, type Translator } from '../../../shared/strings/translator.ts';
import { CHAIRMAN, context, excuse, seat, signIn, T0 } from '../../shared/attendance/builders.ts';
import { NOW, rowOf } from './fake-hub.ts';
import type { Handler } from './pages.ts';

const STATES = ['not-ready', 'unmeasured', 'incomplete', 'no-data', 'ready-with-notes', 'ready'] as const;
const narrowed = { cluster: null, point: null };
const hubName = 'UBND tỉnh Gia Lai';
const DAY = 86_400_000;

/** Reports made by the product's own functions from what a fake hub knows. */
export class FakeReports {
  /** What was asked for, path and query, in order. */
  readonly asked: string[] = [];

  readonly handle: Handler = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith('/api/reports/')) return false;
    this.asked.push(`${url.pathname.slice('/api/reports'.length)}${url.search}`);
    const translator = createTranslator((url.searchParams.get('lang') ?? 'vi') as Locale);
    answer(response, REPORTS[url.pathname.slice('/api/reports/'.length)]?.(translator));
    return true;
  };
}

const REPORTS: Readonly<Record<string, (translator: Translator) => ReportModel>> = {
  readiness: readinessReport,
  discipline: disciplineReport,
  devices: devicesReport,
};

function answer(response: ServerResponse, report: ReportModel | undefined): void {
  response.writeHead(report ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(report ? { report } : { error: { code: 'not-found', values: {} } }));
}

function pointOf(index: number) {
  const { code, name } = rowOf(index, 'ready').point;
  return { code, name, cluster: index % 2 === 0 ? 'Cụm Pleiku' : null };
}

function meetingAt(turn: number) {
  const startsAt = NOW - (8 - turn) * 7 * DAY;
  const facts = { id: `m${turn}`, title: `Họp giao ban tuần ${turn + 1}`, invitationNumber: '12/GM-UBND', chair: '' };
  return meeting.parse({
    ...facts,
    ...{ startsAt, expectedEndsAt: startsAt + 7_200_000, composition: 'head', profile: '720p' },
  });
}

function readinessReport(translator: Translator): ReportModel {
  const facts = STATES.flatMap((state, index) => {
    const filing = state === 'no-data' ? null : { at: NOW - 3_600_000, receivedAt: NOW - 3_500_000 };
    return { point: pointOf(index), row: rowOf(index, state), filing, technician: null };
  });
  const timing = DEFAULT_POLICY.timing;
  const about = { hubName, meeting: meetingAt(0), checklist: DEFAULT_CHECKLIST, timing, generatedAt: NOW, narrowed };
  return readinessModel(translator, about, facts);
}

const about = { hubName, meeting: null, from: NOW - 60 * DAY, to: NOW, narrowed, generatedAt: NOW };

function disciplineReport(translator: Translator): ReportModel {
  const fold = new DisciplineFold();
  const courses = [[signIn(-10)], [signIn(25), seat(60, 'left-early')], [excuse(90)], []];
  for (let turn = 0; turn < 8; turn += 1)
    for (const [index, entries] of courses.entries()) {
      const known = context(120, index === 3 ? { heard: [] } : {});
      const held = { ...meetingAt(turn), startsAt: T0, expectedEndsAt: T0 + 7_200_000 };
      fold.add(occasionOf(held, pointOf(index), attendanceOf(entries, known), known.now));
    }
  return fold.report(translator, about);
}

function devicesReport(translator: Translator): ReportModel {
  const fold = new DevicesFold();
  for (let turn = 0; turn < 8; turn += 1)
    for (let index = 0; index < 20; index += 1) fold.add(meetingAt(turn), pointOf(index), recordOf(turn, index));
  return fold.report(translator, about);
}

function recordOf(turn: number, index: number): MeetingRecord {
  if (index % 5 === 4) return EMPTY_RECORD;
  // One week nobody's line could be measured.
  const figures = {
    uploadMbps: 8 + index + turn,
    downloadMbps: 20 + 2 * turn,
    rttMs: 12 + turn,
    jitterMs: 2,
    lossPct: 0.3,
  };
  const measured = turn !== 4;
  const link = {
    ...{ verdict: measured ? ('pass' as const) : ('unmeasured' as const), reason: measured ? 'ok' : 'timed-out' },
    ...{ values: measured ? figures : {}, findings: [], at: NOW },
  };
  const drift = index === 2 ? [{ key: 'camera-device', before: 'USB A', after: 'USB B' }] : [];
  const camera = {
    verdict: index % 3 === 0 ? ('fail' as const) : ('pass' as const),
    reason: 'ok',
    values: {},
    drift,
    at: NOW,
  };
  return { ...EMPTY_RECORD, checks: { link, camera }, lastRunAt: NOW, policyVersion: CHAIRMAN.id };
}
