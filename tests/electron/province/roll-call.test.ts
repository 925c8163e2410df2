import { describe, expect, it } from 'vitest';
import { noteConnections } from '../../../electron/province/attendance/watch-connections.ts';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import type { Ruling } from '../../../shared/events/rulings.ts';
import { attendanceDetail, attendanceReport } from '../../../shared/protocol/attendance.ts';
import { feed } from '../../../shared/protocol/feed.ts';
import type { TestDevice } from '../../support/device.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, OTHER_POINT, POINT, START, type TestHub } from './hub.ts';

const MINUTE = 60_000;
const URL = `/api/console/meetings/${MEETING}`;

const signedIn: JournalEvent = {
  type: 'leader-signed-in',
  meetingId: MEETING,
  person: { id: 'chu-tich', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND phường' },
  designatedPersonId: 'chu-tich',
  substitution: null,
};

async function asOffice(hub: TestHub) {
  const headers = { ...ORIGIN, ...(await hub.signIn('office')) };
  const rows = async () => attendanceReport.parse((await hub.json({ url: `${URL}/attendance`, headers })).body).rows;
  return {
    rowOf: async (code: string) => (await rows()).find(({ point }) => point.code === code),
    detailOf: async (code: string) =>
      attendanceDetail.parse((await hub.json({ url: `${URL}/attendance/${code}`, headers })).body),
    rule: (point: string | null, ruling: Ruling) =>
      hub.json({ method: 'POST', url: `${URL}/rulings`, headers, payload: { point, ruling } }),
  };
}

async function poll(hub: TestHub, device: TestDevice, head: number) {
  const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
  return hub.json({ url: `/api/point/feed?head=${head}`, headers: { authorization } });
}

const refused: Ruling = {
  type: 'composition-refused',
  personId: 'pho',
  ground: 'refused',
  approval: { approver: 'Chủ trì', approvedAt: START, channel: 'phone' },
  reason: 'Thủ trưởng phải dự',
};

describe('the roll call', () => {
  onBothDatabases((openNew) => {
    it('shows four axes side by side, and of a silent point that there is no data', async () => {
      const hub = await makeHub(await openNew());
      const { rowOf, rule } = await asOffice(hub);
      const device = await hub.enrol();
      hub.clock.ms = START - 5 * MINUTE;
      await hub.push(device, [await device.sign(signedIn, hub.clock.ms)]);
      expect(await rowOf(POINT)).toMatchObject({
        designated: { fullName: 'Đại biểu mẫu A' },
        composition: { status: 'right' },
        presence: { status: 'present', lateMinutes: null },
        verification: { status: 'self-declared' },
      });
      hub.clock.ms = START + 90 * MINUTE;
      const closed = await rule(null, { type: 'meeting-closed', closedAt: hub.clock.ms, reason: '' });
      expect(closed.status).toBe(200);
      expect(await rowOf(OTHER_POINT)).toMatchObject({
        composition: { status: 'undetermined' },
        presence: { status: 'no-data' },
        connection: { status: 'no-data' },
      });
    });

    it('knows of an empty seat only when the device has told all it recorded', async () => {
      const hub = await makeHub(await openNew());
      const { rowOf } = await asOffice(hub);
      const device = await hub.enrol();
      hub.clock.ms = START + 20 * MINUTE;
      await poll(hub, device, 1);
      expect((await rowOf(POINT))?.presence.status).toBe('no-data');
      await poll(hub, device, 0);
      expect((await rowOf(POINT))?.presence.status).toBe('provisionally-absent');
      await hub.push(device, [await device.sign(signedIn, START + 25 * MINUTE)]);
      expect((await rowOf(POINT))?.presence).toMatchObject({ status: 'late', lateMinutes: 25 });
    });

    it('keeps every ruling with who said it, and what was declared stays readable beside it', async () => {
      const hub = await makeHub(await openNew());
      const { detailOf, rule } = await asOffice(hub);
      const device = await hub.enrol();
      const line = await device.sign(signedIn, START - 5 * MINUTE);
      await hub.push(device, [line]);
      const of = (await detailOf(POINT)).row.composition.signIn?.entryId ?? '';
      await rule(POINT, { type: 'disputed', of, reason: 'Không thấy trên màn hình' });
      hub.clock.ms += MINUTE;
      await rule(POINT, { type: 'explanation-requested', of, dueAt: null, reason: 'Ai ngồi dự họp?' });
      const { row, course, requests } = await detailOf(POINT);
      expect(row.verification).toMatchObject({ status: 'disputed', unanswered: 1 });
      expect(requests).toMatchObject([{ question: 'Ai ngồi dự họp?', answerId: null }]);
      expect(course.map(({ fact, ruling, actor }) => [fact?.type ?? ruling?.type, actor])).toEqual([
        ['disputed', { kind: 'account', accountId: 'nguoi-office', fullName: 'nguoi-office', role: 'office' }],
        ['explanation-requested', expect.anything()],
        ['leader-signed-in', null],
      ]);
    });

    it('puts a question to the point until its answer is here', async () => {
      const hub = await makeHub(await openNew());
      const { rule, rowOf } = await asOffice(hub);
      const device = await hub.enrol();
      await rule(OTHER_POINT, {
        type: 'explanation-requested',
        of: null,
        dueAt: null,
        reason: 'Không phải việc ở đây',
      });
      await rule(POINT, { type: 'explanation-requested', of: null, dueAt: START, reason: 'Vì sao đến muộn?' });
      const { requests } = feed.parse((await poll(hub, device, 0)).body);
      expect(requests).toMatchObject([{ question: 'Vì sao đến muộn?', meetingId: MEETING, dueAt: START }]);
      const answer = { requestId: requests[0]?.id ?? '', about: null, by: 'Đại biểu mẫu A', text: 'Tắc đường' };
      await hub.push(device, [await device.sign({ type: 'explanation-given', meetingId: MEETING, ...answer }, START)]);
      expect(feed.parse((await poll(hub, device, 1)).body).requests).toEqual([]);
      expect((await rowOf(POINT))?.verification.unanswered).toBe(0);
    });

    it('writes down once when a line falls silent and once when it is back, and never of a point it did not hear', async () => {
      const hub = await makeHub(await openNew());
      const { rowOf, detailOf, rule } = await asOffice(hub);
      const device = await hub.enrol();
      const look = () => noteConnections(hub.deps);
      hub.clock.ms = START + MINUTE;
      await poll(hub, device, 0);
      await look();
      expect((await rowOf(POINT))?.connection).toMatchObject({ status: 'online', outages: 0 });
      hub.clock.ms = START + 10 * MINUTE;
      await look();
      await look();
      expect((await rowOf(POINT))?.connection).toMatchObject({
        status: 'lost',
        since: START + MINUTE + 1,
        causeless: 1,
      });
      hub.clock.ms = START + 12 * MINUTE;
      await poll(hub, device, 0);
      await look();
      const [outage] = (await detailOf(POINT)).outages;
      expect(outage).toMatchObject({ from: START + MINUTE + 1, to: START + 12 * MINUTE, cause: 'undetermined' });
      const id = outage?.id ?? '';
      await rule(POINT, { type: 'cause-set', of: { what: 'connection', id }, cause: 'objective', reason: 'Mất điện' });
      expect((await rowOf(POINT))?.connection).toMatchObject({ status: 'online', outages: 1, causeless: 0 });
      expect((await rowOf(OTHER_POINT))?.connection.status).toBe('no-data');
    });
  });

  const openNew = onSqlite();
  it.each([
    ['admin', 200, 200],
    ['office', 200, 200],
    ['operator', 403, 403],
    ['viewer', 403, 403],
  ] as const)('%s: ruling %i, reading explanations %i', async (role, ruling, reading) => {
    const hub = await makeHub(await openNew());
    const headers = { ...ORIGIN, ...(await hub.signIn(role)) };
    const payload = { point: POINT, ruling: refused };
    expect((await hub.json({ method: 'POST', url: `${URL}/rulings`, headers, payload })).status).toBe(ruling);
    expect((await hub.json({ url: `${URL}/attendance/${POINT}`, headers })).status).toBe(reading);
    expect((await hub.json({ url: `${URL}/attendance`, headers })).status).toBe(200);
  });

  it('closes no meeting before its hour, unless somebody says why it was held earlier', async () => {
    const hub = await makeHub(await openNew());
    const { rule, detailOf } = await asOffice(hub);
    const close = (closedAt: number, reason = '') => rule(null, { type: 'meeting-closed', closedAt, reason });
    const tooSoon = { status: 409, body: { error: { code: 'meeting-not-begun', values: {} } } };
    hub.clock.ms = START - MINUTE;
    expect(await close(START - MINUTE)).toEqual(tooSoon);
    // Nor by a clock that is ahead of the hub's, nor with an end before the beginning.
    expect(await close(START + MINUTE)).toEqual(tooSoon);
    expect(await close(START - MINUTE, '  ')).toEqual(tooSoon);
    hub.clock.ms = START;
    expect(await close(START - MINUTE)).toEqual(tooSoon);
    expect((await close(START)).status).toBe(200);
    hub.clock.ms = START - MINUTE;
    expect((await close(START - MINUTE, 'Họp sớm hơn do bão')).status).toBe(200);
    expect((await detailOf(POINT)).course).toMatchObject([{ ruling: { reason: 'Họp sớm hơn do bão' } }, {}]);
  });

  it.each([
    ['what only the hub observes', POINT, { type: 'connection-lost', observedAt: START, reason: '' }, 'ruling.type'],
    ['a point that is not invited', '99999', refused, 'point'],
    ['a single point for what is said of all', POINT, { type: 'meeting-closed', closedAt: START, reason: '' }, 'point'],
    ['no point for what is said of one', null, refused, 'point'],
  ] as const)('refuses %s', async (_, point, ruling, field) => {
    const hub = await makeHub(await openNew());
    const { rule } = await asOffice(hub);
    expect(await rule(point, ruling)).toEqual({
      status: 400,
      body: { error: { code: 'input-invalid', values: { field } } },
    });
  });
});
