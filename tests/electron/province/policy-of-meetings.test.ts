import { expect, it } from 'vitest';
import { putPolicyInForce } from '../../../electron/province/meetings/rejudge.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { meetingList, readinessReport } from '../../../shared/protocol/console.ts';
import { feed } from '../../../shared/protocol/feed.ts';
import { meetingDetail } from '../../../shared/protocol/meetings.ts';
import type { TestDevice } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, ORIGIN, POINT, START, type TestHub } from './hub.ts';

const HOUR = 3_600_000;
const URL = `/api/console/meetings/${MEETING}`;
/** Asks for one thing only, and calls nobody late for an hour. */
const LENIENT: Policy = {
  ...DEFAULT_POLICY,
  version: 'tinh-2',
  checklist: DEFAULT_POLICY.checklist.slice(0, 1),
  timing: { ...DEFAULT_POLICY.timing, leaderLateMinutesAfter: 60, leaderAbsentMinutesAfter: 90 },
};

async function setting(hub: TestHub) {
  const headers = { ...ORIGIN, ...(await hub.signIn('admin')) };
  const get = async (url: string) => (await hub.json({ url, headers })).body;
  return {
    post: (url: string, payload: object) => hub.json({ method: 'POST', url, headers, payload }),
    required: async () => readinessReport.parse(await get(`${URL}/readiness`)).rows[0]?.manual.required,
    judgedBy: async () => readinessReport.parse(await get(`${URL}/readiness`)).judgedBy,
    late: async () => {
      const { rows } = (await get(`${URL}/attendance`)) as { rows: { point: { code: string }; presence: unknown }[] };
      return rows.find(({ point }) => point.code === POINT)?.presence;
    },
    counts: async () => meetingList.parse(await get('/api/console/meetings')).meetings[0]?.counts,
    detail: async () => meetingDetail.parse(await get(URL)),
  };
}

async function feedOf(hub: TestHub, device: TestDevice) {
  const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
  return feed.parse((await hub.json({ url: '/api/point/feed', headers: { authorization } })).body);
}

function signedIn(device: TestDevice, at: number) {
  const person = { id: 'chu-tich', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND phường' };
  const grounds = { designatedPersonId: 'chu-tich', substitution: null };
  return device.sign({ type: 'leader-signed-in', meetingId: MEETING, person, ...grounds }, at);
}

const answered = { type: 'manual-answer', meetingId: MEETING, answer: 'no', note: '' } as const;

onBothDatabases((openNew) => {
  it('follows the policy until it starts, and no later one judges it anew', async () => {
    const hub = await makeHub(await openNew());
    const { judgedBy, required, late, counts } = await setting(hub);
    const device = await hub.enrol();
    // "No" to an item that the next policy no longer has.
    const itemId = DEFAULT_POLICY.checklist.filter((item) => item.required)[2]?.id ?? '';
    await hub.push(device, [await device.sign({ ...answered, itemId }, hub.clock.ms)]);
    expect([await judgedBy(), await required()]).toEqual(['default-1', 11]);
    expect(await counts()).toMatchObject({ 'not-ready': 1, 'no-data': 1 });

    await putPolicyInForce(hub.db, LENIENT, hub.clock.ms);
    expect([await judgedBy(), await required()]).toEqual(['tinh-2', 1]);
    expect(await counts()).toMatchObject({ 'not-ready': 0, incomplete: 1 });
    expect(await feedOf(hub, device)).toMatchObject({ policy: { version: 'tinh-2' }, policies: [] });

    hub.clock.ms = START + 20 * 60_000;
    await hub.push(device, [await signedIn(device, hub.clock.ms)]);
    hub.clock.ms += 1;
    await putPolicyInForce(hub.db, { ...DEFAULT_POLICY, version: 'tinh-3' }, hub.clock.ms);
    expect([await judgedBy(), await required()]).toEqual(['tinh-2', 1]);
    expect(await late()).toMatchObject({ status: 'present' });
    expect(await counts()).toMatchObject({ 'not-ready': 0, incomplete: 1 });
    const told = await feedOf(hub, device);
    expect(told).toMatchObject({ policy: { version: 'tinh-3' }, meetings: [{ judgedBy: 'tinh-2' }] });
    expect(told.policies.map(({ version }) => version)).toEqual(['tinh-2']);
  });

  it('is judged by the version it names, whatever is in force; naming another is a change with a reason', async () => {
    const hub = await makeHub(await openNew());
    const { post, judgedBy, late, detail } = await setting(hub);
    const device = await hub.enrol();
    const change = (revision: number, policyVersion: string | null) =>
      post(`${URL}/changes`, { revision, reason: 'Theo quy chế mới', facts: { policyVersion } });
    expect((await change(1, 'tinh-9')).body).toMatchObject({
      error: { code: 'input-invalid', values: { field: 'policyVersion' } },
    });
    expect((await change(1, 'default-1')).status).toBe(200);
    await putPolicyInForce(hub.db, LENIENT, hub.clock.ms);
    expect(await judgedBy()).toBe('default-1');
    expect(await feedOf(hub, device)).toMatchObject({
      policy: { version: 'tinh-2' },
      policies: [{ version: 'default-1' }],
      meetings: [
        { judgedBy: 'default-1', policyVersion: 'default-1', lastChange: { before: { policyVersion: null } } },
      ],
    });

    // Long over: only a named change judges it anew, and it shows as one.
    hub.clock.ms = START + 20 * 60_000;
    await hub.push(device, [await signedIn(device, hub.clock.ms)]);
    hub.clock.ms = START + 5 * HOUR;
    expect(await late()).toMatchObject({ status: 'late', lateMinutes: 20 });
    expect((await change(2, 'tinh-2')).status).toBe(200);
    expect(await late()).toMatchObject({ status: 'present' });
    expect((await detail()).changes[0]).toMatchObject({
      actor: 'account:nguoi-admin',
      reason: 'Theo quy chế mới',
      before: { policyVersion: 'default-1' },
    });
  });
});
