import { expect, it } from 'vitest';
import { listAudit } from '../../../electron/province/db/audit.ts';
import { accountList } from '../../../shared/protocol/accounts.ts';
import { auditPage } from '../../../shared/protocol/audit.ts';
import { ROLES } from '../../../shared/protocol/console.ts';
import { parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { codesIssued, deviceRevoked, openCodes, pointRecord } from '../../../shared/protocol/points.ts';
import { may, type Right } from '../../../shared/protocol/rights.ts';
import { makeDevice } from '../../support/device.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { makeHub, ORIGIN, OTHER_POINT, PASSWORD, POINT, START, type TestHub } from './hub.ts';

const refusal = (code: string, values: object = expect.anything()) => ({ error: { code, values } });

async function as(hub: TestHub, role: (typeof ROLES)[number] = 'admin') {
  const headers = { ...ORIGIN, ...(await hub.signIn(role)) };
  return {
    headers,
    get: (url: string) => hub.json({ url, headers }),
    post: (url: string, payload: object = {}) => hub.json({ method: 'POST', url, headers, payload }),
    del: (url: string) => hub.json({ method: 'DELETE', url, headers }),
  };
}

const NEW_POINT = {
  name: 'UBND xã Ia Krái',
  kind: 'commune',
  cluster: 'Cụm 1',
  contactName: 'A',
  contactPhone: '0269 300 0000',
};

onBothDatabases((openNew) => {
  it('keeps the list of points: add, change, retire, put back', async () => {
    const hub = await makeHub(await openNew());
    const { get, post } = await as(hub);
    const change = (body: object) => post('/api/console/points/changes', body);
    const url = '/api/console/points';
    expect((await change({ kind: 'add', code: '23638', point: NEW_POINT })).status).toBe(200);
    expect((await change({ kind: 'add', code: '23638', point: NEW_POINT })).body).toMatchObject(refusal('point-known'));
    await change({ kind: 'change', code: '23638', point: { ...NEW_POINT, name: 'UBND xã Ia Krai', contactPhone: '' } });
    const { point } = pointRecord.parse((await get(`${url}/23638`)).body);
    expect(point).toMatchObject({ name: 'UBND xã Ia Krai', cluster: 'Cụm 1', contactPhone: null, retiredAt: null });
    // Invited to a meeting to come.
    const retire = { kind: 'retire', code: POINT, reason: 'Sáp nhập' };
    expect((await change(retire)).body).toMatchObject(refusal('point-invited', { title: 'Họp giao ban' }));
    hub.clock.ms = START + 24 * 3_600_000;
    const later = await as(hub);
    const changeLater = (body: object) => later.post('/api/console/points/changes', body);
    await later.post('/api/console/enrolment-codes', { points: [POINT] });
    expect((await changeLater(retire)).status).toBe(200);
    expect(openCodes.parse((await later.get('/api/console/enrolment-codes')).body).codes).toEqual([]);
    expect((await later.post(`/api/console/points/${POINT}/enrolment`)).body).toMatchObject(refusal('point-retired'));
    // It stays in the meeting that is over, and is not in the next.
    const readiness = await later.get('/api/console/meetings/giao-ban/readiness');
    expect(JSON.stringify(readiness.body)).toContain(POINT);
    expect((await changeLater({ ...retire, kind: 'reinstate' })).status).toBe(200);
    const actions = (await listAudit(hub.db, 50)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['point-add', 'point-change', 'point-retire', 'point-reinstate']));
  });

  it('imports a list, also as people title its columns, and names every wrong row', async () => {
    const hub = await makeHub(await openNew());
    const { headers, get } = await as(hub);
    const send = (text: string) =>
      hub.json({
        method: 'POST',
        url: '/api/console/points/file?locale=vi',
        headers: { ...headers, 'content-type': 'text/csv' },
        payload: text,
      });
    const good = `Mã;Tên;Loại;Cụm;Điện thoại\n${POINT};Phường Quy Nhơn Bắc mới;ward;Cụm 2;0269 1\n23638;Xã Ia Krái;commune;;\n`;
    expect((await send(good)).body).toEqual({ imported: 2, bad: [] });
    const { point } = pointRecord.parse((await get(`/api/console/points/${POINT}`)).body);
    expect(point).toMatchObject({
      name: 'Phường Quy Nhơn Bắc mới',
      cluster: 'Cụm 2',
      contactPhone: '0269 1',
      contactName: null,
    });
    const bad = await send('code,name,kind,phone\n1,A,ward,gọi sau\n2,,ward,\n');
    expect(bad.body).toMatchObject({ imported: 0, bad: [{ line: 2 }, { line: 3 }] });
    expect((await get('/api/console/points/1')).status).toBe(404);
    // Without the column, what is known of it stays.
    await send(`code,name,kind\n${POINT},Phường Quy Nhơn Bắc,ward\n`);
    expect((await get(`/api/console/points/${POINT}`)).body).toMatchObject({ point: { cluster: 'Cụm 2' } });
  });

  it('prints a sheet of codes, and revokes one', async () => {
    const hub = await makeHub(await openNew());
    await hub.enrol(POINT);
    const { get, post, del } = await as(hub, 'operator');
    const url = '/api/console/enrolment-codes';
    const sheet = codesIssued.parse((await post(url, { points: 'without-device' })).body);
    expect(sheet.codes.map(({ point }) => point.code)).toEqual([OTHER_POINT]);
    expect(codesIssued.parse((await post(url, { points: 'all' })).body).codes).toHaveLength(2);
    expect((await post(url, { points: [POINT, '99999'] })).body).toMatchObject(
      refusal('not-found', { point: '99999' }),
    );
    const open = openCodes.parse((await get(url)).body).codes;
    // The one that enrolled is spent.
    expect(open).toHaveLength(3);
    for (const { id } of open) expect((await del(`${url}/${id}`)).status).toBe(200);
    expect(openCodes.parse((await get(url)).body).codes).toEqual([]);
    const secret = parseEnrolmentCode(sheet.codes[0]?.code ?? '')?.secret;
    const { key } = await makeDevice(OTHER_POINT);
    const payload = { point: OTHER_POINT, secret, deviceKey: key, deviceName: '', appVersion: '1' };
    const tried = await hub.json({ method: 'POST', url: '/api/point/enrolments', payload });
    expect(tried.body).toMatchObject(refusal('enrolment-expired'));
  });

  it('revokes a device and replaces it: one chain ends, another begins, both stay visible', async () => {
    const hub = await makeHub(await openNew());
    const old = await hub.enrol();
    const { get, post } = await as(hub, 'operator');
    const url = `/api/console/points/${POINT}/devices/${old.id}/revocation`;
    expect((await post(url, { reason: ' ' })).body).toMatchObject(refusal('input-invalid'));
    const { issued } = deviceRevoked.parse((await post(url, { reason: 'Máy hỏng', replace: true })).body);
    expect(issued?.point.code).toBe(POINT);
    expect((await post(url, { reason: 'Lần nữa' })).body).toMatchObject(refusal('device-revoked'));
    expect((await hub.push(old, [])).status).toBe(403);
    await hub.enrol();
    const { devices } = pointRecord.parse((await get(`/api/console/points/${POINT}`)).body);
    expect(devices.map(({ revokedReason }) => revokedReason).sort()).toEqual(['Máy hỏng', null]);
  });

  it('keeps accounts, ends their sessions on every change, and keeps the last administrator', async () => {
    const hub = await makeHub(await openNew());
    const { get, post } = await as(hub);
    const change = (body: object) => post('/api/console/accounts/changes', body);
    const office = await as(hub, 'office');
    expect((await change({ kind: 'disable', username: 'nguoi-admin' })).body).toMatchObject(
      refusal('account-last-admin'),
    );
    expect((await change({ kind: 'role', username: 'nguoi-admin', role: 'viewer' })).body).toMatchObject(
      refusal('account-last-admin'),
    );
    expect((await change({ kind: 'add', username: 'moi', role: 'viewer', password: 'ngắn' })).body).toMatchObject(
      refusal('password-weak', { least: 8 }),
    );
    expect((await change({ kind: 'add', username: 'moi', role: 'viewer', password: PASSWORD })).status).toBe(200);
    expect((await change({ kind: 'add', username: 'moi', role: 'viewer', password: PASSWORD })).body).toMatchObject(
      refusal('account-known'),
    );
    expect((await change({ kind: 'role', username: 'ai', role: 'viewer' })).body).toMatchObject(
      refusal('account-unknown'),
    );
    expect((await office.get('/api/console/meetings')).status).toBe(200);
    await change({ kind: 'disable', username: 'nguoi-office' });
    expect((await office.get('/api/console/meetings')).status).toBe(401);
    const again = { username: 'nguoi-office', password: PASSWORD };
    const signIn = () => hub.json({ method: 'POST', url: '/api/console/session', headers: ORIGIN, payload: again });
    expect((await signIn()).body).toMatchObject(refusal('auth-disabled'));
    await change({ kind: 'enable', username: 'nguoi-office' });
    expect((await signIn()).status).toBe(200);
    const { accounts } = accountList.parse((await get('/api/console/accounts')).body);
    expect(accounts.map(({ username, sessions }) => [username, sessions])).toEqual([
      ['moi', 0],
      ['nguoi-admin', 1],
      ['nguoi-office', 1],
    ]);
  });

  it('of two administrators who take each other’s rights at once, one stays', async () => {
    const hub = await makeHub(await openNew());
    const { post } = await as(hub);
    await post('/api/console/accounts/changes', { kind: 'add', username: 'hai', role: 'admin', password: PASSWORD });
    const take = (username: string) =>
      post('/api/console/accounts/changes', { kind: 'role', username, role: 'viewer' });
    const both = await Promise.all([take('hai'), take('nguoi-admin')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('pages and filters the audit log', async () => {
    const hub = await makeHub(await openNew());
    const { get, post, headers } = await as(hub);
    for (let n = 0; n < 5; n += 1) {
      hub.clock.ms += 1000;
      await post('/api/console/points/changes', { kind: 'add', code: `p-${n}`, point: NEW_POINT });
    }
    const page = async (query: string) => auditPage.parse((await get(`/api/console/audit?${query}`)).body);
    const first = await page('action=point-add&limit=2');
    expect(first.entries.map(({ subject }) => subject)).toEqual(['point:p-4', 'point:p-3']);
    const second = await page(`action=point-add&limit=10&after=${first.next}`);
    expect(second.entries.map(({ subject }) => subject)).toEqual(['point:p-2', 'point:p-1', 'point:p-0']);
    expect(second.next).toBeNull();
    expect(first.actions).toContain('meeting-scheduled');
    expect((await page('subject=p-3')).entries).toHaveLength(1);
    expect((await page(`from=${hub.clock.ms}&actor=admin`)).entries).toHaveLength(1);
    const file = await hub.app.inject({ url: '/api/console/audit/file?action=point-add', headers });
    expect(file.body.split('\r\n').filter((line) => line.includes('Thêm điểm cầu'))).toHaveLength(5);
    expect(file.body.startsWith('\uFEFFThời điểm;')).toBe(true);
  });
});

const openNew = onSqlite();
const ROUTES: readonly (readonly [Right, 'GET' | 'POST' | 'DELETE', string])[] = [
  ['points', 'GET', `/api/console/points/${POINT}`],
  ['points', 'POST', '/api/console/points/changes'],
  ['points', 'POST', '/api/console/points/file'],
  ['enrol', 'GET', '/api/console/enrolment-codes'],
  ['enrol', 'POST', '/api/console/enrolment-codes'],
  ['enrol', 'DELETE', '/api/console/enrolment-codes/x'],
  ['enrol', 'POST', `/api/console/points/${POINT}/devices/x/revocation`],
  ['read', 'GET', '/api/console/policies'],
  ['policy', 'POST', '/api/console/policies'],
  ['policy', 'POST', '/api/console/policies/preview'],
  ['accounts', 'GET', '/api/console/accounts'],
  ['accounts', 'POST', '/api/console/accounts/changes'],
  ['audit', 'GET', '/api/console/audit'],
  ['audit', 'GET', '/api/console/audit/file'],
  ['maintain', 'GET', '/api/console/maintenance'],
  ['maintain', 'POST', '/api/console/retention/sweep'],
  ['maintain', 'POST', '/api/console/backup/check'],
  ['maintain', 'POST', '/api/console/backup/restore'],
  ['maintain', 'GET', '/api/console/releases'],
  ['maintain', 'POST', '/api/console/releases'],
  ['maintain', 'POST', '/api/console/releases/stage'],
  ['maintain', 'GET', '/api/console/updates'],
  ['maintain', 'POST', '/api/console/updates/a.exe'],
  ['maintain', 'DELETE', '/api/console/updates/a.exe'],
];

it.each(ROLES)('lets %s do what the role may, and nothing more', async (role) => {
  const hub = await makeHub(await openNew());
  const { headers } = await as(hub, role);
  for (const [right, method, url] of ROUTES) {
    const answer = await hub.app.inject({ method, url, headers, ...(method === 'POST' && { payload: {} }) });
    expect([method, url, answer.statusCode === 403]).toEqual([method, url, !may(role, right)]);
    const strange = await hub.app.inject({
      method,
      url,
      headers: { ...headers, origin: 'http://else.example' },
      payload: {},
    });
    if (method !== 'GET') expect([url, strange.statusCode]).toEqual([url, 403]);
    const nobody = await hub.app.inject({ method, url, headers: ORIGIN, ...(method === 'POST' && { payload: {} }) });
    expect([url, nobody.statusCode]).toEqual([url, 401]);
  }
});
