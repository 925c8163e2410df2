import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import type { Ruling } from '../../../shared/events/rulings.ts';
import { periodReportAnswer, readinessReportAnswer } from '../../../shared/protocol/reports.ts';
import type { ReportModel, ReportSection } from '../../../shared/reports/model.ts';
import { checkRunEvent, passed } from '../../support/device.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, OTHER_POINT, POINT, START, type TestHub } from './hub.ts';

const MINUTE = 60_000;
const RAN_AT = START - 40 * MINUTE;
/** What the line's check found the device's clock to be behind. */
const BEHIND = 2 * MINUTE;

const told = { meetingId: MEETING, note: '' };
const leader: JournalEvent = {
  type: 'leader-signed-in',
  meetingId: MEETING,
  person: { id: 'chu-tich', fullName: 'Rah Lan Chung', title: 'Chủ tịch UBND phường' },
  designatedPersonId: 'chu-tich',
  substitution: null,
};

/** One point whose leader came 20 minutes late and left early, with an incident; the other one is silent. */
async function recorded(hub: TestHub): Promise<void> {
  const device = await hub.enrol();
  const measurement = { reached: true, clock: { offsetMs: BEHIND, errorMs: 5 } };
  const values = { uploadMbps: 12.34, downloadMbps: 40, rttMs: 8.2, jitterMs: 1, lossPct: 0.5, uploadBound: '≥ ' };
  const drift = [{ key: 'camera-device', before: 'A', after: 'B' }];
  const results = [
    { ...passed('camera'), drift },
    { ...passed('link'), values, measurement },
    { ...passed('speaker'), verdict: 'fail' as const, reason: 'no-output' },
    { ...passed('microphone'), verdict: 'unmeasured' as const, reason: 'no-speech' },
  ];
  const incident = { incidentId: '00000000-0000-4000-8000-000000000001', reporter: { by: 'app' as const } };
  const lines: [JournalEvent, number][] = [
    [checkRunEvent(MEETING, results), RAN_AT],
    [{ type: 'technician-on-duty', meetingId: MEETING, fullName: 'Cán bộ mẫu', phone: '0912 000 000' }, RAN_AT],
    [leader, START + 20 * MINUTE - BEHIND],
    [
      {
        ...{ type: 'incident-opened', meetingId: MEETING, ...incident, kind: 'power', what: 'Mất điện' },
        ...{ since: START + 30 * MINUTE, proposedCause: 'objective', causeNote: '', measured: null },
      },
      START + 31 * MINUTE,
    ],
    [{ type: 'left-early', ...told }, START + 60 * MINUTE],
  ];
  const signed: string[] = [];
  for (const [event, at] of lines) signed.push(await device.sign(event, at));
  hub.clock.ms = START + 90 * MINUTE;
  const { status, body } = await hub.push(device, signed);
  if (status !== 200) throw new Error(JSON.stringify(body));
}

async function asked(hub: TestHub, path: string, role: 'office' | 'admin' | 'operator' | 'viewer' = 'office') {
  return hub.json({ url: `/api/reports/${path}`, headers: { ...ORIGIN, ...(await hub.signIn(role)) } });
}

function section(report: ReportModel, id: string): ReportSection {
  const found = report.sections.find((one) => one.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
}

const period = async (hub: TestHub, path: string) => periodReportAnswer.parse((await asked(hub, path)).body).report;

describe('the three reports', () => {
  onBothDatabases((openNew) => {
    it('tell the readiness of a meeting: figures, who was on duty, when it was filed by the province’s clock', async () => {
      const hub = await makeHub(await openNew());
      await recorded(hub);
      const { rows, report } = readinessReportAnswer.parse((await asked(hub, `readiness?meeting=${MEETING}`)).body);
      expect(rows.map(({ state }) => state)).toEqual(['no-data', 'not-ready']);
      const [silent, told] = section(report, 'points').rows;
      expect(silent).toMatchObject({
        code: OTHER_POINT,
        state: 'no-data',
        camera: 'no-data',
        onDuty: null,
        filing: null,
      });
      expect(told).toMatchObject({
        ...{
          code: POINT,
          state: 'not-ready',
          camera: 'pass',
          speaker: 'fail',
          microphone: 'unmeasured',
          host: 'not-run',
        },
        ...{ upload: 12.3, download: 40, loss: 0.5, lineFigures: 'at-least', mos: null, drift: 1 },
        ...{ technician: 'Cán bộ mẫu', onDutyAt: RAN_AT + BEHIND, onDuty: 'warn' },
        ...{ filedAt: RAN_AT + BEHIND, filing: 'pass', receivedAt: START + 90 * MINUTE },
      });
      expect(section(report, 'summary').rows.find(({ state }) => state === 'no-data')).toMatchObject({
        points: 1,
        share: null,
      });
      expect(section(report, 'findings').rows.map(({ kind, check }) => [kind, check])).toContainEqual([
        'drift',
        'camera',
      ]);
    });

    it('tell discipline over a period, the silent point apart, causes as the Office concluded', async () => {
      const hub = await makeHub(await openNew());
      await recorded(hub);
      const headers = { ...ORIGIN, ...(await hub.signIn('office')) };
      const of = { what: 'incident', id: '00000000-0000-4000-8000-000000000001' } as const;
      const ruling: Ruling = { type: 'cause-set', of, cause: 'objective', reason: 'Cả xã mất điện' };
      const url = `/api/console/meetings/${MEETING}/rulings`;
      expect((await hub.json({ method: 'POST', url, headers, payload: { point: POINT, ruling } })).status).toBe(200);
      const report = await period(hub, 'discipline?from=2026-01-01&to=2026-01-31');
      expect(section(report, 'points').totals).toMatchObject({
        ...{ invited: 2, noData: 1, late: 1, lateTotal: 20 * MINUTE, onTime: 0, leftEarly: 1, right: 1 },
        ...{ provisional: 0, excused: 0, unexcused: 0, objective: 1, subjective: 0, causeless: 0 },
      });
      expect(section(report, 'cases').rows).toMatchObject([
        { code: POINT, person: 'Rah Lan Chung', presence: 'left-early', lateBy: 20 * MINUTE, objective: 1 },
      ]);
      const before = await period(hub, 'discipline?from=2026-01-01&to=2026-01-30');
      expect(section(before, 'points').rows).toEqual([]);
    });

    it('tell devices and line over time, and what was not measured apart from what failed', async () => {
      const hub = await makeHub(await openNew());
      await recorded(hub);
      const report = await period(hub, 'devices?from=2026-01-31&to=2026-01-31');
      expect(section(report, 'trend').rows).toMatchObject([
        { measured: 1, unmeasured: 0, noData: 1, upload: 12.3, rtt: 8.2, loss: 0.5 },
      ]);
      const check = (id: string) => section(report, 'checks').rows.find((row) => row.check === id);
      expect(check('microphone')).toMatchObject({ fail: 0, unmeasured: 1, noData: 1 });
      expect(check('speaker')).toMatchObject({ fail: 1, noData: 1 });
      expect(section(report, 'points').rows.map(({ code, fails }) => [code, fails])).toEqual([
        [POINT, 1],
        [OTHER_POINT, 0],
      ]);
      expect(section(report, 'drift').rows).toMatchObject([{ code: POINT, check: 'camera' }]);
    });

    it('are narrowed to a cluster or a point', async () => {
      const hub = await makeHub(await openNew());
      await recorded(hub);
      await hub.db.updateTable('points').set({ cluster: 'An Khê' }).where('code', '=', OTHER_POINT).execute();
      const codes = async (query: string) => {
        const path = `readiness?meeting=${MEETING}&${query}`;
        const { report } = readinessReportAnswer.parse((await asked(hub, path)).body);
        return section(report, 'points').rows.map(({ code, cluster }) => [code, cluster]);
      };
      expect(await codes(new URLSearchParams({ cluster: 'An Khê' }).toString())).toEqual([[OTHER_POINT, 'An Khê']]);
      expect(await codes(`point=${POINT}`)).toEqual([[POINT, undefined]]);
      const discipline = await period(hub, `discipline?meeting=${MEETING}&point=${POINT}`);
      expect(section(discipline, 'points').totals).toMatchObject({ invited: 1, late: 1 });
    });
  });

  const openNew = onSqlite();

  it.each([
    ['admin', 200, 200, 200],
    ['office', 200, 200, 200],
    ['operator', 200, 403, 200],
    ['viewer', 200, 403, 200],
  ] as const)('%s: readiness %i, discipline %i, devices %i', async (role, readiness, discipline, devices) => {
    const hub = await makeHub(await openNew());
    const status = async (path: string) => (await asked(hub, path, role)).status;
    expect(await status(`readiness?meeting=${MEETING}`)).toBe(readiness);
    expect(await status('discipline')).toBe(discipline);
    expect(await status('devices')).toBe(devices);
  });

  it.each([
    ['discipline?from=2026-02-01&to=2026-01-01', 400, 'to'],
    ['discipline?from=2020-01-01&to=2026-01-01', 400, 'from'],
    ['devices?from=hom-qua', 400, 'from'],
    ['devices?meeting=khong-co', 404, undefined],
    ['readiness', 400, 'meeting'],
  ])('%s: %i', async (path, status, field) => {
    const hub = await makeHub(await openNew());
    const answer = await asked(hub, path);
    const { error } = answer.body as { error: { values: { field?: string } } };
    expect([answer.status, error.values.field]).toEqual([status, field]);
  });

  it.each([
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['pdf', 'application/pdf', '%PDF-1.7'],
    ['csv', 'text/csv; charset=utf-8', '\ufeff'],
  ])('come as %s', async (format, type, begins) => {
    const hub = await makeHub(await openNew());
    await recorded(hub);
    const headers = await hub.signIn('office');
    for (const path of [`readiness?meeting=${MEETING}`, 'discipline?from=2026-01-31&to=2026-01-31', 'devices?']) {
      const answer = await hub.app.inject({ url: `/api/reports/${path}&format=${format}`, headers });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe(type);
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.\w+"$/);
      // Reports of several months lie in one folder.
      if (path.startsWith('discipline'))
        expect(answer.headers['content-disposition']).toContain(`"discipline-2026-01-31-2026-01-31.${format}"`);
      expect(answer.rawPayload.toString('utf8').startsWith(begins)).toBe(true);
    }
  });
});
