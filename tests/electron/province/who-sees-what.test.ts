import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import { attendanceReport } from '../../../shared/protocol/attendance.ts';
import type { Role } from '../../../shared/protocol/console.ts';
import { readinessReportAnswer } from '../../../shared/protocol/reports.ts';
import { checkRunEvent, passed } from '../../support/device.ts';
import { onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, POINT, START, type TestHub } from './hub.ts';

const MINUTE = 60_000;
const REASON = 'nằm viện';
const PHONE = '0912 345 678';
/** As it is measured: never whole milliseconds. */
const MEASURED = { reached: true, clock: { offsetMs: -300_000.437, errorMs: 1.25 } };

/** A substitute by letter, seated in time by a clock that is five minutes fast, and a technician with a number. */
async function recorded(hub: TestHub): Promise<void> {
  const device = await hub.enrol();
  const substitution = {
    basis: 'authorisation',
    documentNumber: '5/GUQ',
    signer: 'Đại biểu mẫu A',
    reason: REASON,
  } as const;
  const events: [JournalEvent, number][] = [
    [checkRunEvent(MEETING, [{ ...passed('link'), measurement: MEASURED }]), -30],
    [{ type: 'technician-on-duty', meetingId: MEETING, fullName: 'Cán bộ mẫu', phone: PHONE }, -59],
    [
      {
        ...{ type: 'leader-signed-in', meetingId: MEETING, substitution, designatedPersonId: 'chu-tich' },
        person: { id: 'pho', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND phường' },
      },
      8,
    ],
  ];
  const lines: string[] = [];
  for (const [event, minutes] of events) lines.push(await device.sign(event, START + minutes * MINUTE));
  hub.clock.ms = START + 20 * MINUTE;
  expect((await hub.push(device, lines)).status).toBe(200);
}

const openNew = onSqlite();

describe('who sees what', () => {
  const READINESS = [`/api/console/meetings/${MEETING}/readiness`, `/api/reports/readiness?meeting=${MEETING}`];
  const ATTENDANCE = [`/api/console/meetings/${MEETING}/attendance`, `/api/v1/meetings/${MEETING}/attendance`];
  const DETAIL = `/api/console/meetings/${MEETING}/attendance/${POINT}`;

  it.each<[Role, { reason: boolean; phone: boolean }]>([
    ['admin', { reason: true, phone: true }],
    ['office', { reason: true, phone: true }],
    ['operator', { reason: false, phone: true }],
    ['viewer', { reason: false, phone: false }],
  ])('%s: %o', async (role, may) => {
    const hub = await makeHub(await openNew());
    await recorded(hub);
    const headers = { ...ORIGIN, ...(await hub.signIn(role)) };
    for (const url of [...READINESS, ...ATTENDANCE]) {
      const { status, body } = await hub.json({ url, headers });
      expect({ url, status }).toEqual({ url, status: 200 });
      const text = JSON.stringify(body);
      // Why somebody could not come stands in no table, whoever asks.
      expect({ url, reason: text.includes(REASON) }).toEqual({ url, reason: false });
      expect(text).toContain('Đại biểu mẫu B');
      const table = !url.includes('/readiness') || url.includes('/reports/');
      expect({ url, phone: text.includes(PHONE) }).toEqual({ url, phone: table && may.phone });
    }
    const detail = await hub.json({ url: DETAIL, headers });
    expect(detail.status).toBe(may.reason ? 200 : 403);
    expect(JSON.stringify(detail.body).includes(REASON)).toBe(may.reason);
  });

  it('says one and the same of the technician in the report and in the roll call', async () => {
    const hub = await makeHub(await openNew());
    await recorded(hub);
    const headers = { ...ORIGIN, ...(await hub.signIn('office')) };
    const { body } = await hub.json({ url: READINESS[1] ?? '', headers });
    const report = readinessReportAnswer.parse(body).report.sections.find(({ id }) => id === 'points');
    const reported = report?.rows.find(({ code }) => code === POINT);
    const rollCall = attendanceReport.parse((await hub.json({ url: ATTENDANCE[0] ?? '', headers })).body);
    const duty = rollCall.rows.find(({ point }) => point.code === POINT)?.duty;
    // By the device a minute too late, by the province's clock four minutes early.
    expect(duty).toMatchObject({ fullName: 'Cán bộ mẫu', timeliness: 'pass' });
    const at = Math.floor((duty?.at ?? 0) / MINUTE) * MINUTE;
    expect(reported).toMatchObject({ technician: duty?.fullName, onDutyAt: at, onDuty: duty?.timeliness });
  });

  it('reads a roll call whose times were corrected by fractions of a millisecond', async () => {
    const hub = await makeHub(await openNew());
    await recorded(hub);
    const headers = { ...ORIGIN, ...(await hub.signIn('viewer')) };
    const { rows } = attendanceReport.parse((await hub.json({ url: ATTENDANCE[0] ?? '', headers })).body);
    const row = rows.find(({ point }) => point.code === POINT);
    expect(row?.presence).toMatchObject({ status: 'present', lateMinutes: null });
    expect(row?.composition.signIn?.at).toBeCloseTo(START + 3 * MINUTE - 0.437, 2);
  });
});
