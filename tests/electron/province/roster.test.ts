import { describe, expect, it } from 'vitest';
import { listAudit } from '../../../electron/province/db/audit.ts';
import type { PersonProposed } from '../../../shared/events/roster-facts.ts';
import { pointList } from '../../../shared/protocol/console.ts';
import { feed } from '../../../shared/protocol/feed.ts';
import { pinCodeIssued, pointRoster, rosterChanged } from '../../../shared/protocol/roster.ts';
import type { TestDevice } from '../../support/device.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { makeHub, ORIGIN, OTHER_POINT, POINT, START, type TestHub } from './hub.ts';

const URL = `/api/console/points/${POINT}`;
const NEW = { fullName: 'Rah Lan Mẫu', title: 'Phó Chủ tịch HĐND phường', fields: ['Văn hóa – Xã hội'] };

async function asOperator(hub: TestHub) {
  const headers = { ...ORIGIN, ...(await hub.signIn('operator')) };
  const post = (path: string, payload: object = {}) =>
    hub.json({ method: 'POST', url: `${URL}${path}`, headers, payload });
  const roster = async () => pointRoster.parse((await hub.json({ url: `${URL}/roster`, headers })).body);
  /** Of the point and of the other one, how many proposals wait. */
  const waiting = async () => {
    const { points } = pointList.parse((await hub.json({ url: '/api/console/points', headers })).body);
    return [POINT, OTHER_POINT].map((wanted) => points.find(({ code }) => code === wanted)?.proposals);
  };
  return { post, roster, waiting };
}

async function feedOf(hub: TestHub, device: TestDevice) {
  const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
  return feed.parse((await hub.json({ url: '/api/point/feed', headers: { authorization } })).body);
}

async function propose(hub: TestHub, device: TestDevice, proposal: PersonProposed['proposal']): Promise<void> {
  const event = { type: 'person-proposed', proposal, by: 'Cán bộ kỹ thuật mẫu', reason: 'Mới nhận chức' } as const;
  const line = await device.sign(event, hub.clock.ms);
  expect((await hub.push(device, [line])).status).toBe(200);
}

const refusal = (code: string, values: object = {}) => ({ error: { code, values } });

onBothDatabases((openNew) => {
  describe('the roster of a point', () => {
    it('is added to, changed and taken from; the point gets it, the audit keeps who and why', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const { post, roster } = await asOperator(hub);
      const { personId } = rosterChanged.parse((await post('/roster/changes', { kind: 'add', ...NEW })).body);
      expect((await feedOf(hub, device)).roster).toContainEqual({ id: personId, ...NEW });
      const changed = { ...NEW, title: 'Chủ tịch HĐND phường', fields: [] };
      expect((await post('/roster/changes', { kind: 'change', personId, ...changed })).status).toBe(200);
      expect((await roster()).people.find(({ id }) => id === personId)).toMatchObject(changed);
      const gone = await post('/roster/changes', { kind: 'remove', personId, reason: 'Chuyển công tác' });
      expect(gone.status).toBe(200);
      expect((await feedOf(hub, device)).roster.map(({ id }) => id)).toEqual(['chu-tich', 'pho']);
      const audit = (await listAudit(hub.db, 100)).filter(({ action }) => action.startsWith('roster-'));
      expect(audit.map(({ action }) => action).sort()).toEqual(['roster-add', 'roster-change', 'roster-remove']);
      expect(audit.find(({ action }) => action === 'roster-remove')).toMatchObject({
        actor: 'account:nguoi-operator',
        subject: `person:${POINT}/${personId}`,
        detail: { reason: 'Chuyển công tác' },
      });
    });

    it('keeps whom a meeting to come designates, and the name of whom one that is over did', async () => {
      const hub = await makeHub(await openNew());
      const { post } = await asOperator(hub);
      const remove = () => post('/roster/changes', { kind: 'remove', personId: 'chu-tich', reason: 'Nghỉ hưu' });
      expect(await remove()).toEqual({ status: 409, body: refusal('person-designated', { title: 'Họp giao ban' }) });
      hub.clock.ms = START + 24 * 3_600_000;
      const later = await asOperator(hub);
      const gone = await later.post('/roster/changes', { kind: 'remove', personId: 'chu-tich', reason: 'Nghỉ hưu' });
      expect(gone.status).toBe(200);
      expect((await later.roster()).people.map(({ id }) => id)).toEqual(['pho']);
      const headers = await hub.signIn('office');
      const report = await hub.json({ url: '/api/console/meetings/giao-ban/attendance', headers });
      expect(JSON.stringify(report.body)).toContain('Đại biểu mẫu A');
    });

    it('says what is known of a PIN, and issues a code for it', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const { post, roster } = await asOperator(hub);
      const stand = async () => (await roster()).people.find(({ id }) => id === 'pho');
      expect(await stand()).toMatchObject({ pin: null, code: null });
      const { expiresAt } = pinCodeIssued.parse((await post('/roster/pho/pin-code')).body);
      expect(await stand()).toMatchObject({ pin: null, code: { issuedAt: hub.clock.ms, expiresAt } });
      const [kept] = (await feedOf(hub, device)).pinCodes;
      const event = { type: 'pin-set', personId: 'pho', byCode: kept?.id ?? null, replaced: false } as const;
      await hub.push(device, [await device.sign(event, hub.clock.ms)]);
      expect(await stand()).toMatchObject({ pin: { at: hub.clock.ms, byCode: true, devices: 1 }, code: null });
    });

    it('takes in what the point proposed, or refuses it, once', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      await propose(hub, device, { kind: 'add', ...NEW });
      await propose(hub, device, { kind: 'remove', personId: 'pho' });
      const { post, roster, waiting } = await asOperator(hub);
      const [add, remove] = (await roster()).proposals;
      expect(add).toMatchObject({ proposal: { kind: 'add', ...NEW }, by: 'Cán bộ kỹ thuật mẫu', person: null });
      expect(remove).toMatchObject({ proposal: { kind: 'remove' }, person: { fullName: 'Đại biểu mẫu B' } });
      expect(await waiting()).toEqual([2, 0]);
      const decide = (id: string | undefined, decision: string) =>
        post(`/proposals/${id}/decision`, { decision, reason: 'Theo quyết định' });
      const twice = await Promise.all([decide(add?.id, 'accepted'), decide(add?.id, 'accepted')]);
      expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await feedOf(hub, device)).proposals.map(({ kind, decision }) => [kind, decision?.accepted])).toEqual(
        expect.arrayContaining([
          ['add', true],
          ['remove', undefined],
        ]),
      );
      expect((await decide(remove?.id, 'refused')).status).toBe(200);
      const told = (await feedOf(hub, device)).proposals.find(({ kind }) => kind === 'remove');
      const decision = { accepted: false, reason: 'Theo quyết định', at: hub.clock.ms };
      expect(told).toMatchObject({ id: remove?.id, fullName: 'Đại biểu mẫu B', decision });
      expect(await decide(remove?.id, 'accepted')).toEqual({ status: 409, body: refusal('proposal-decided') });
      expect(await waiting()).toEqual([0, 0]);
      const { people, proposals } = await roster();
      expect([people.map(({ fullName }) => fullName), proposals]).toEqual([
        ['Đại biểu mẫu A', 'Đại biểu mẫu B', NEW.fullName],
        [],
      ]);
    });
  });
});

describe('the roster of a point', () => {
  const openNew = onSqlite();

  it.each([
    ['a twin', { kind: 'add', fullName: 'dai bieu mau a', title: 'Chủ tịch UBND phường', fields: [] }, 'person-known'],
    ['a stranger changed', { kind: 'change', personId: 'x', ...NEW }, 'roster-unknown-person'],
    ['a removal without a reason', { kind: 'remove', personId: 'pho', reason: ' ' }, 'input-invalid'],
    ['a person without a name', { kind: 'add', ...NEW, fullName: ' ' }, 'input-invalid'],
  ])('refuses %s', async (_, change, code) => {
    const hub = await makeHub(await openNew());
    const { post, roster } = await asOperator(hub);
    expect((await post('/roster/changes', change)).body).toMatchObject({ error: { code } });
    expect((await roster()).people).toHaveLength(2);
  });

  it.each(['office', 'viewer'] as const)('is not for the role %s', async (role) => {
    const hub = await makeHub(await openNew());
    const headers = { ...ORIGIN, ...(await hub.signIn(role)) };
    expect((await hub.json({ url: `${URL}/roster`, headers })).status).toBe(403);
    for (const path of ['/roster/changes', '/roster/pho/pin-code', '/proposals/x/decision']) {
      expect((await hub.json({ method: 'POST', url: URL + path, headers, payload: {} })).status).toBe(403);
    }
  });
});
