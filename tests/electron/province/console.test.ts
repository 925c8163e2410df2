import { describe, expect, it } from 'vitest';
import { hashPassword } from '../../../electron/province/auth/password.ts';
import { putAccount } from '../../../electron/province/db/access.ts';
import { liveUpdate, meetingList, pointList, readinessReport } from '../../../shared/protocol/console.ts';
import { checkRunEvent } from '../../support/device.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, OTHER_POINT, PASSWORD, POINT, START, type TestHub } from './hub.ts';

const SESSION = '/api/console/session';
const MINUTE = 60_000;

function signIn(hub: TestHub, username: string, password: string, headers: Record<string, string> = ORIGIN) {
  return hub.app.inject({ method: 'POST', url: SESSION, headers, payload: { username, password } });
}
const newMeeting = {
  title: 'Họp chuyên đề',
  invitationNumber: '',
  chair: '',
  startsAt: START,
  expectedEndsAt: START + MINUTE,
  composition: 'representative',
  profile: '720p',
  points: [POINT],
};

describe('signing in at the console', () => {
  const openNew = onSqlite();

  it('sets a cookie that scripts and other sites do not get, and ends it', async () => {
    const hub = await makeHub(await openNew());
    const headers = { ...ORIGIN, ...(await hub.signIn('viewer')) };
    const again = await signIn(hub, 'nguoi-viewer', PASSWORD);
    expect(again.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const me = await hub.json({ url: SESSION, headers });
    expect(me).toEqual({
      status: 200,
      body: { username: 'nguoi-viewer', role: 'viewer', hubName: 'Điểm cầu trung tâm' },
    });
    expect((await hub.json({ method: 'DELETE', url: SESSION, headers })).status).toBe(204);
    expect((await hub.json({ url: SESSION, headers })).status).toBe(401);
  });

  it('takes a password typed on another keyboard (decomposed), and refuses a wrong one or an unknown name alike', async () => {
    const hub = await makeHub(await openNew());
    await hub.signIn('viewer');
    expect((await signIn(hub, 'nguoi-viewer', PASSWORD.normalize('NFD'))).statusCode).toBe(200);
    const wrong = await signIn(hub, 'nguoi-viewer', 'sai');
    const unknown = await signIn(hub, 'khong-co', 'sai');
    expect([wrong.statusCode, wrong.json()]).toEqual([401, { error: { code: 'auth-wrong', values: {} } }]);
    expect([unknown.statusCode, unknown.json()]).toEqual([401, wrong.json()]);
  });

  it.each(['nguoi-viewer', 'khong-co'])('makes %s wait after five wrong passwords, longer each time', async (name) => {
    const hub = await makeHub(await openNew());
    await hub.signIn('viewer');
    const tries = await Promise.all([1, 2, 3, 4, 5].map(() => signIn(hub, name, 'sai')));
    expect(tries.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401, 401]);
    const locked = await signIn(hub, name, PASSWORD);
    expect([locked.statusCode, locked.json(), locked.headers['retry-after']]).toEqual([
      429,
      { error: { code: 'auth-locked', values: { seconds: 60 } } },
      '60',
    ]);
    hub.clock.ms += MINUTE;
    await signIn(hub, name, 'sai');
    expect((await signIn(hub, name, 'sai')).json().error.values).toEqual({ seconds: 120 });
    hub.clock.ms += 2 * MINUTE;
    expect((await signIn(hub, name, PASSWORD)).statusCode).toBe(name === 'nguoi-viewer' ? 200 : 401);
  });

  it.each([
    [{ host: 'localhost:7443', origin: 'https://evil.example' }],
    [{ host: 'localhost:7443', 'sec-fetch-site': 'cross-site' }],
    [{ host: 'localhost:7443', origin: 'null' }],
  ])('refuses a page of another site: %o', async (headers) => {
    const hub = await makeHub(await openNew());
    await hub.signIn('viewer');
    expect((await signIn(hub, 'nguoi-viewer', PASSWORD, headers)).statusCode).toBe(403);
  });

  it('ends after twelve hours, and with a new password', async () => {
    const hub = await makeHub(await openNew());
    const headers = await hub.signIn('viewer');
    hub.clock.ms += 12 * 60 * MINUTE;
    expect((await hub.json({ url: SESSION, headers })).status).toBe(401);
    const other = await hub.signIn('admin');
    const password_hash = await hashPassword('mật khẩu khác');
    await putAccount(hub.db, { username: 'nguoi-admin', role: 'admin', password_hash, created_at: 0 });
    expect((await hub.json({ url: SESSION, headers: other })).status).toBe(401);
  });

  it('limits how often one address may try', async () => {
    const hub = await makeHub(await openNew(), { limits: { signIns: 2, enrolments: 2 } });
    const codes = [];
    for (const name of ['a', 'b', 'c']) codes.push((await signIn(hub, name, 'sai')).json().error.code);
    expect(codes).toEqual(['auth-wrong', 'auth-wrong', 'rate-limited']);
  });
});

describe('roles', () => {
  const openNew = onSqlite();
  it.each([
    ['admin', 200],
    ['operator', 200],
    ['office', 403],
    ['viewer', 403],
  ] as const)('%s: reading 200, scheduling and enrolling %i', async (role, status) => {
    const hub = await makeHub(await openNew());
    const headers = { ...ORIGIN, ...(await hub.signIn(role)) };
    const read = await hub.json({ url: `/api/console/meetings/${MEETING}/readiness`, headers });
    const post = async (url: string, payload?: object) =>
      (await hub.json({ method: 'POST', url, headers, ...(payload && { payload }) })).status;
    expect(read.status).toBe(200);
    expect(await post('/api/console/meetings', newMeeting)).toBe(status);
    expect(await post(`/api/console/points/${POINT}/enrolment`)).toBe(status);
  });

  it('nobody reads or changes anything without a session', async () => {
    const hub = await makeHub(await openNew());
    for (const url of ['meetings', `meetings/${MEETING}/readiness`, 'points', 'live', 'session']) {
      expect((await hub.json({ url: `/api/console/${url}` })).status).toBe(401);
    }
    expect((await hub.json({ method: 'POST', url: '/api/console/meetings', payload: newMeeting })).status).toBe(401);
  });

  it('a change asked for by another site is refused even with the cookie', async () => {
    const hub = await makeHub(await openNew());
    const headers = { ...(await hub.signIn('admin')), host: 'localhost:7443', origin: 'https://evil.example' };
    const answer = await hub.json({ method: 'POST', url: '/api/console/meetings', headers, payload: newMeeting });
    expect(answer.status).toBe(403);
  });
});

describe('meetings and points of the console', () => {
  onBothDatabases((openNew) => {
    it('lets many guesses at once through no faster than one after another', async () => {
      const hub = await makeHub(await openNew());
      const guesses = await Promise.all(Array.from({ length: 9 }, () => signIn(hub, 'ai-do', 'sai')));
      expect(guesses.map(({ statusCode }) => statusCode).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429]);
    });

    it('lists meetings with their points counted by state', async () => {
      const hub = await makeHub(await openNew());
      const headers = { ...ORIGIN, ...(await hub.signIn('operator')) };
      const device = await hub.enrol();
      await hub.push(device, [await device.sign(checkRunEvent(MEETING), 1)]);
      await hub.json({ method: 'POST', url: '/api/console/meetings', headers, payload: newMeeting });
      const { body } = await hub.json({ url: '/api/console/meetings', headers });
      const { meetings } = meetingList.parse(body);
      const counts = meetings.map(({ title, invited, counts: { incomplete, ...of } }) => ({
        title,
        invited,
        incomplete,
        noData: of['no-data'],
      }));
      expect(counts).toContainEqual({ title: 'Họp giao ban', invited: 2, incomplete: 1, noData: 1 });
      expect(counts).toContainEqual({ title: 'Họp chuyên đề', invited: 1, incomplete: 0, noData: 1 });
    });

    it('lists points in Vietnamese order with their devices', async () => {
      const hub = await makeHub(await openNew());
      await hub.enrol();
      const { body } = await hub.json({ url: '/api/console/points', headers: await hub.signIn('viewer') });
      expect(pointList.parse(body).points.map(({ code, devices }) => [code, devices])).toEqual([
        [OTHER_POINT, 0],
        [POINT, 1],
      ]);
    });
  });

  const openNew = onSqlite();
  it.each([
    ['a point that is not there', { points: ['99999'] }, 'points.99999'],
    ['somebody who is not on the roster', { designated: { [POINT]: 'ai-do' } }, `designated.${POINT}`],
    ['an end before the start', { expectedEndsAt: START }, 'expectedEndsAt'],
    ['an id that is taken', { id: MEETING }, 'id'],
    ['no title', { title: ' ' }, 'title'],
  ])('refuses a meeting with %s', async (_, changes, field) => {
    const hub = await makeHub(await openNew());
    const headers = { ...ORIGIN, ...(await hub.signIn('operator')) };
    const payload = { ...newMeeting, ...changes };
    const answer = await hub.json({ method: 'POST', url: '/api/console/meetings', headers, payload });
    expect(answer).toEqual({ status: 400, body: { error: { code: 'input-invalid', values: { field } } } });
  });

  it('tells a console that listens which row changed', async () => {
    const hub = await makeHub(await openNew());
    const headers = await hub.signIn('viewer');
    const device = await hub.enrol();
    await hub.app.listen({ port: 0, host: '127.0.0.1' });
    const address = hub.app.server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const stream = await fetch(`http://127.0.0.1:${port}/api/console/live`, { headers });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('retry: 2000\n\n');
    await hub.push(device, [await device.sign(checkRunEvent(MEETING), 7)]);
    const [event, data] = String((await reader.read()).value).split('\n');
    expect(event).toBe('event: readiness');
    const update = liveUpdate.parse(JSON.parse(String(data).slice('data: '.length)));
    expect(update).toMatchObject({ meetingId: MEETING, row: { point: { code: POINT }, state: 'incomplete' } });
    await hub.app.close();
    expect((await reader.read()).done).toBe(true);
    expect(hub.deps.live.listening()).toBe(false);
  });

  it('answers a readiness report whose rows fit the contract', async () => {
    const hub = await makeHub(await openNew());
    const headers = await hub.signIn('office');
    const { body } = await hub.json({ url: `/api/console/meetings/${MEETING}/readiness`, headers });
    const report = readinessReport.parse(body);
    expect(report.rows.map(({ point, state }) => [point.code, state])).toEqual([
      [OTHER_POINT, 'no-data'],
      [POINT, 'no-data'],
    ]);
    const unknown = await hub.json({ url: '/api/console/meetings/khong-co/readiness', headers });
    expect(unknown).toEqual({ status: 404, body: { error: { code: 'meeting-unknown', values: {} } } });
  });
});
