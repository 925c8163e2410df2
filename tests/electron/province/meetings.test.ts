import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { feed } from '../../../shared/protocol/feed.ts';
import { changedMeetings, invitationImport, meetingDetail } from '../../../shared/protocol/meetings.ts';
import type { TestDevice } from '../../support/device.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, OTHER_POINT, POINT, START, type TestHub } from './hub.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const URL = `/api/console/meetings/${MEETING}`;

async function asOperator(hub: TestHub) {
  const headers = { ...ORIGIN, ...(await hub.signIn('operator')) };
  const post = (url: string, payload: object) => hub.json({ method: 'POST', url, headers, payload });
  const detail = async (url = URL) => meetingDetail.parse((await hub.json({ url, headers })).body);
  const sendFile = (payload: string | Buffer, type = 'text/csv') =>
    hub.json({
      method: 'POST',
      url: `${URL}/invitations/file?reason=Theo+gi%E1%BA%A5y+m%E1%BB%9Di`,
      headers: { ...headers, 'content-type': type },
      payload,
    });
  return { post, detail, sendFile, headers };
}

async function feedOf(hub: TestHub, device: TestDevice) {
  const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
  return feed.parse((await hub.json({ url: '/api/point/feed', headers: { authorization } })).body);
}

describe('changing a meeting', () => {
  onBothDatabases((openNew) => {
    it('shows the points that it changed, what it was before and why', async () => {
      const hub = await makeHub(await openNew());
      const { post, detail } = await asOperator(hub);
      const device = await hub.enrol();
      expect((await feedOf(hub, device)).meetings[0]).toMatchObject({ revision: 1, lastChange: null });
      const facts = { startsAt: START + HOUR, expectedEndsAt: START + 3 * HOUR };
      const { status } = await post(`${URL}/changes`, { revision: 1, reason: 'Trùng lịch tiếp dân', facts });
      expect(status).toBe(200);
      expect((await feedOf(hub, device)).meetings).toMatchObject([
        {
          startsAt: START + HOUR,
          title: 'Họp giao ban',
          revision: 2,
          lastChange: {
            at: hub.clock.ms,
            reason: 'Trùng lịch tiếp dân',
            before: { startsAt: START, expectedEndsAt: START + 2 * HOUR },
          },
        },
      ]);
      expect((await detail()).changes).toMatchObject([{ actor: 'account:nguoi-operator', revision: 2 }]);
    });

    it('lets only one of two colleagues who saw the same meeting change it', async () => {
      const hub = await makeHub(await openNew());
      const { post, detail } = await asOperator(hub);
      const change = (title: string) => post(`${URL}/changes`, { revision: 1, reason: 'Sửa tên', facts: { title } });
      const answers = await Promise.all([change('Một'), change('Hai'), change('Ba')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const won = answers.find(({ status }) => status === 200);
      const { meeting, changes } = await detail();
      expect([meeting.title, changes.length]).toEqual([changedMeetings.parse(won?.body).meetings[0]?.title, 1]);
    });

    it('moves the later meetings of a series as far, and cancels them, leaving the earlier ones', async () => {
      const hub = await makeHub(await openNew());
      const { post, detail } = await asOperator(hub);
      const first = { title: 'Giao ban tuần', invitationNumber: '', chair: '', composition: 'head', profile: '720p' };
      const repeat = { every: 'week', count: 4 };
      const times = { startsAt: START, expectedEndsAt: START + HOUR };
      await post('/api/console/meetings', { id: 's', ...first, ...times, points: [POINT], repeat });
      const list = await hub.db
        .selectFrom('meetings')
        .selectAll()
        .where('series_id', '=', 's')
        .orderBy('starts_at')
        .execute();
      const [, second] = list;
      if (!second) throw new Error('a series of one');
      const moved = await post(`/api/console/meetings/${second.id}/changes`, {
        revision: 1,
        reason: 'Đổi sang buổi chiều',
        facts: { startsAt: second.starts_at + 6 * HOUR, expectedEndsAt: second.expected_ends_at + 6 * HOUR },
        following: true,
      });
      expect(changedMeetings.parse(moved.body).meetings.map(({ startsAt }) => startsAt)).toEqual(
        [1, 2, 3].map((weeks) => START + weeks * 7 * DAY + 6 * HOUR),
      );
      const last = list[3]?.id ?? '';
      const url = `/api/console/meetings/${last}`;
      expect((await post(`${url}/cancellation`, { revision: 2, reason: 'Nghỉ lễ' })).status).toBe(200);
      expect((await detail(url)).meeting).toMatchObject({ status: 'cancelled', lastChange: { reason: 'Nghỉ lễ' } });
      const again = await post(`${url}/changes`, { revision: 3, reason: 'x', facts: { title: 'y' } });
      expect(again).toEqual({ status: 409, body: { error: { code: 'meeting-cancelled', values: {} } } });
      expect((await detail('/api/console/meetings/s')).meeting).toMatchObject({ status: 'scheduled', revision: 1 });
    });

    it('requires of a kind of points, or of one point, what its invitation says', async () => {
      const hub = await makeHub(await openNew());
      const { post } = await asOperator(hub);
      const device = await hub.enrol();
      const facts = { title: 'Chuyên đề', invitationNumber: '', chair: '', composition: 'head', profile: '720p' };
      const compositionOf = { kinds: { ward: 'representative' }, points: { [OTHER_POINT]: 'head' } };
      const times = { startsAt: START, expectedEndsAt: START + HOUR };
      await post('/api/console/meetings', { id: 'k', ...facts, ...times, points: 'all', compositionOf });
      const mine = (await feedOf(hub, device)).meetings.find(({ id }) => id === 'k');
      const theirs = (await feedOf(hub, await hub.enrol(OTHER_POINT))).meetings.find(({ id }) => id === 'k');
      expect([mine?.composition, theirs?.composition]).toEqual(['representative', 'head']);
    });
  });

  const openNew = onSqlite();
  it.each([
    ['an end before the start', { facts: { expectedEndsAt: START - 1 } }, 'expectedEndsAt'],
    ['nothing changed', { facts: { title: 'Họp giao ban' } }, 'facts'],
    ['no reason', { facts: { title: 'Khác' }, reason: ' ' }, 'reason'],
    ['a link that is no web address', { facts: { platformLink: 'javascript:alert(1)' } }, 'facts.platformLink'],
  ])('refuses %s', async (_, changes, field) => {
    const hub = await makeHub(await openNew());
    const { post, detail } = await asOperator(hub);
    const answer = await post(`${URL}/changes`, { revision: 1, reason: 'Vì sao', ...changes });
    expect(answer).toEqual({ status: 400, body: { error: { code: 'input-invalid', values: { field } } } });
    expect((await detail()).meeting.revision).toBe(1);
  });

  it('is not for those who only look', async () => {
    const hub = await makeHub(await openNew());
    const headers = { ...ORIGIN, ...(await hub.signIn('viewer')) };
    for (const [path, payload] of [
      ['changes', { revision: 1, reason: 'x', facts: { title: 'y' } }],
      ['cancellation', { revision: 1, reason: 'x' }],
      ['invitations', { reason: 'x' }],
    ] as const) {
      expect((await hub.json({ method: 'POST', url: `${URL}/${path}`, headers, payload })).status).toBe(403);
    }
  });
});

describe('an invitation list', () => {
  const openNew = onSqlite();
  const TABLE = [
    ['Mã điểm cầu', 'Lãnh đạo dự họp', 'Thành phần'],
    [POINT, 'dai bieu mau b', 'Đại diện lãnh đạo'],
    [OTHER_POINT, '', ''],
  ];
  const invited = [
    { pointCode: OTHER_POINT, designatedPersonId: null, composition: null },
    { pointCode: POINT, designatedPersonId: 'pho', composition: 'representative', designatedName: 'Đại biểu mẫu B' },
  ];

  it('is read from CSV and from XLSX alike, whatever the spreadsheet makes of codes', async () => {
    const hub = await makeHub(await openNew());
    const { sendFile, detail } = await asOperator(hub);
    const csv = TABLE.map((row) => row.join(';')).join('\r\n');
    const cells = TABLE.map((row) =>
      row.map((value) => (/^\d+$/.test(value) ? { type: Number, value: Number(value) } : { type: String, value })),
    );
    const xlsx = await writeXlsxFile(cells).toBuffer();
    for (const [file, type] of [
      [`\ufeff${csv}`, 'text/csv'],
      [xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ] as const) {
      const answer = await sendFile(file, type);
      expect(invitationImport.parse(answer.body)).toEqual({ imported: 2, bad: [] });
      expect((await detail()).invitations).toMatchObject(invited);
    }
  });

  it('with a wrong row is not taken at all, and every wrong row is named', async () => {
    const hub = await makeHub(await openNew());
    const { sendFile, detail } = await asOperator(hub);
    const before = (await detail()).invitations;
    const rows = ['point,designated,composition', '99999,,', `${POINT},Ai đó,`, `${OTHER_POINT},,trưởng phòng`];
    const { bad, imported } = invitationImport.parse((await sendFile(rows.join('\n'))).body);
    expect([imported, bad.map(({ line }) => line)]).toEqual([0, [2, 3, 4]]);
    expect(bad[1]?.detail).toContain('Ai đó');
    expect((await detail()).invitations).toEqual(before);
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])],
    ['a broken archive', Buffer.from('PK\u0003\u0004 and nothing that belongs to it')],
  ])('that is %s is refused in words', async (_, file) => {
    const hub = await makeHub(await openNew());
    const { sendFile } = await asOperator(hub);
    expect(await sendFile(file)).toMatchObject({ status: 400, body: { error: { code: 'import-bad-row' } } });
  });
});
