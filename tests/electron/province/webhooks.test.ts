import { Webhook } from 'standardwebhooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addRuling } from '../../../electron/province/attendance/rule.ts';
import { cancelMeeting } from '../../../electron/province/meetings/change.ts';
import { changeInvitations } from '../../../electron/province/meetings/invite.ts';
import { type Dispatching, dispatchDue } from '../../../electron/province/webhooks/dispatcher.ts';
import { describeWebhooks, replay } from '../../../electron/province/webhooks/manage.ts';
import { createSender } from '../../../electron/province/webhooks/send.ts';
import { DEFAULT_WEBHOOK_TRIES as POLICY } from '../../../shared/policy/webhook-tries.ts';
import {
  type DeliveryList,
  deliveryList,
  HOOK_EVENTS,
  type HookEvent,
  hookBody,
  webhookList,
  webhookMade,
  webhookSecret,
} from '../../../shared/protocol/webhooks.ts';
import { checkRunEvent, passed, type TestDevice } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';
import { type Receiver, receiveHooks } from './hook-receiver.ts';
import { MEETING, makeHub, ORIGIN, POINT, START, type TestHub } from './hub.ts';

const URL = '/api/console/webhooks';
const INCIDENT = '0b4e1f0e-6d1c-4a55-9a3e-0d2f6c2b7a11';

async function hookUp(hub: TestHub, events: readonly HookEvent[] = HOOK_EVENTS) {
  const headers = { ...(await hub.signIn('admin')), ...ORIGIN };
  const receiver = await receiveHooks();
  const ask = (path: string, payload?: object) =>
    hub.json({ method: payload ? 'POST' : 'GET', url: `${URL}${path}`, headers, ...(payload && { payload }) });
  const { body } = await ask('', { url: receiver.url, events });
  const { id, secret } = webhookMade.parse(body);
  const sender = createSender();
  onTestFinished(() => sender.close());
  const dispatching: Dispatching = { db: hub.db, clock: hub.deps.clock, log: hub.deps.log, sender, random: () => 0.5 };
  return {
    receiver,
    ask,
    headers,
    id,
    secret,
    dispatching,
    dispatch: () => dispatchDue(dispatching),
    deliveries: async (): Promise<DeliveryList['deliveries']> =>
      deliveryList.parse((await ask(`/${id}/deliveries`)).body).deliveries,
    state: async () => (await describeWebhooks(hub.db, hub.clock.ms))[0],
  };
}

/** Each push says the point's readiness anew. */
async function checks(hub: TestHub, device: TestDevice): Promise<void> {
  const line = await device.sign(checkRunEvent(MEETING, [passed('camera')]), START);
  expect((await hub.push(device, [line])).status).toBe(200);
}

const types = ({ received }: Receiver) => received.map(({ body }) => hookBody.parse(JSON.parse(body)).type);
const ids = ({ received }: Receiver) => received.map(({ headers }) => headers['webhook-id']);

onBothDatabases((openNew) => {
  describe('webhooks', () => {
    it('tell what happened, signed so that an independent library verifies it', async () => {
      const hub = await makeHub(await openNew());
      // Verified against the machine's own clock.
      hub.clock.ms = Date.now();
      const { receiver, secret, dispatch } = await hookUp(hub);
      await checks(hub, await hub.enrol());
      await dispatch();
      const [one, ...others] = receiver.received;
      expect(others).toEqual([]);
      expect(new Webhook(secret).verify(one!.body, one!.headers)).toEqual({
        type: 'readiness.changed',
        timestamp: new Date(hub.clock.ms).toISOString(),
        data: { meetingId: MEETING, point: POINT },
      });
      expect(() => new Webhook(secret).verify(`${one!.body} `, one!.headers)).toThrow();
    });

    it('tell of incidents, rulings and meetings, each once and to who wants it', async () => {
      const hub = await makeHub(await openNew());
      const { receiver, dispatch } = await hookUp(hub, ['incident.opened', 'attendance.changed', 'meeting.changed']);
      const device = await hub.enrol();
      const account = {
        kind: 'line',
        what: '',
        since: START,
        proposedCause: 'undetermined',
        causeNote: '',
        measured: null,
      } as const;
      const opened = {
        type: 'incident-opened',
        meetingId: MEETING,
        incidentId: INCIDENT,
        reporter: { by: 'app' },
        ...account,
      } as const;
      const lines = [
        await device.sign(opened, START),
        await device.sign(checkRunEvent(MEETING, [passed('camera')]), START),
      ];
      expect((await hub.push(device, lines)).status).toBe(200);
      expect((await hub.push(device, lines)).body).toMatchObject({ duplicates: 2 });
      const doing = { actor: 'cli', now: hub.clock.ms };
      const actor = { kind: 'account', accountId: 'a', fullName: 'a', role: 'office' } as const;
      const ruling = { type: 'verified', of: null, reason: '' } as const;
      expect((await addRuling(hub.db, MEETING, { point: POINT, ruling }, { actor, now: hub.clock.ms })).ok).toBe(true);
      await changeInvitations(hub.db, MEETING, { put: [], remove: [POINT], reason: 'x' }, doing);
      await cancelMeeting(hub.db, MEETING, { revision: 1, reason: 'x', following: false }, doing);
      await dispatch();
      expect(types(receiver)).toEqual([
        'attendance.changed',
        'incident.opened',
        'attendance.changed',
        'meeting.changed',
        'meeting.changed',
      ]);
      const changes = receiver.received.map(({ body }) => hookBody.parse(JSON.parse(body)).data.change);
      expect(changes.slice(3)).toEqual(['invitations', 'cancelled']);
      expect(receiver.received.map(({ body }) => body).join()).not.toMatch(/fullName|Đại biểu/);
    });

    it('are tried again after an error and a broken connection, with the same id, in order, each wait longer', async () => {
      const hub = await makeHub(await openNew());
      const { receiver, dispatch, state, deliveries } = await hookUp(hub);
      const device = await hub.enrol();
      receiver.answers.push(500, 'reset', 302);
      await checks(hub, device);
      await checks(hub, device);
      const waits: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        await dispatch();
        const { nextTryAt, failures } = (await state())!;
        expect(failures).toBe(round + 1);
        waits.push((nextTryAt ?? 0) - hub.clock.ms);
        // Not before its time.
        await dispatch();
        expect(receiver.received).toHaveLength(round + 1);
        hub.clock.ms = nextTryAt ?? 0;
      }
      expect(waits).toEqual([5000, 10_000, 20_000]);
      await dispatch();
      const [first, , , again, second] = ids(receiver);
      expect(ids(receiver)).toEqual([first, first, first, again, second]);
      expect([again, second === first]).toEqual([first, false]);
      expect(await state()).toMatchObject({ failures: 0, waiting: 0, dead: 0, nextTryAt: null });
      expect((await deliveries()).map(({ state, tries, outcome }) => [state, tries, outcome])).toEqual([
        ['delivered', 1, '204'],
        ['delivered', 4, '204'],
      ]);
    });

    it('give up after the tries of the policy, go on with the next, and can be told again', async () => {
      const hub = await makeHub(await openNew());
      const { receiver, dispatch, state, id } = await hookUp(hub);
      const device = await hub.enrol();
      receiver.answers.push(...Array.from({ length: POLICY.tries }, () => 503));
      await checks(hub, device);
      await checks(hub, device);
      for (let round = 0; round <= POLICY.tries; round += 1) {
        await dispatch();
        hub.clock.ms += POLICY.longestWaitSeconds * 1300;
      }
      expect(await state()).toMatchObject({ dead: 1, waiting: 0 });
      expect(new Set(ids(receiver)).size).toBe(2);
      const again = await replay(hub.db, id, null, { actor: 'cli', now: hub.clock.ms });
      expect(again).toEqual({ ok: true, value: { messages: 1 } });
      await dispatch();
      expect(ids(receiver).at(-1)).toBe(ids(receiver)[0]);
      expect(await state()).toMatchObject({ dead: 0, waiting: 0 });
    });

    it('give up on what is too old, and stop where the receiver is gone', async () => {
      const hub = await makeHub(await openNew());
      const { receiver, dispatch, state } = await hookUp(hub);
      const device = await hub.enrol();
      await checks(hub, device);
      hub.clock.ms += POLICY.keepHours * 3_600_000 + 1;
      await dispatch();
      expect([receiver.received.length, await state()]).toMatchObject([0, { dead: 1 }]);
      receiver.answers.push(410);
      await checks(hub, device);
      await dispatch();
      expect(await state()).toMatchObject({ stoppedBecause: 'gone', waiting: 1 });
    });

    it('are delivered once where several hubs look at the same outbox', async () => {
      const hub = await makeHub(await openNew());
      const { receiver, dispatching } = await hookUp(hub);
      const device = await hub.enrol();
      for (let i = 0; i < 20; i += 1) await checks(hub, device);
      await Promise.all([dispatchDue(dispatching), dispatchDue(dispatching), dispatchDue(dispatching)]);
      expect(receiver.received).toHaveLength(20);
      expect(new Set(ids(receiver)).size).toBe(20);
    });

    it('sign with both secrets while one replaces the other', async () => {
      const hub = await makeHub(await openNew());
      hub.clock.ms = Date.now();
      const { receiver, ask, id, secret, dispatch } = await hookUp(hub);
      const device = await hub.enrol();
      const fresh = webhookSecret.parse((await ask(`/${id}/secret`, {})).body);
      await checks(hub, device);
      await dispatch();
      const [{ body, headers } = { body: '', headers: {} }] = receiver.received;
      for (const one of [secret, fresh.secret]) expect(new Webhook(one).verify(body, headers)).toBeTruthy();
      hub.clock.ms = fresh.oldUntil;
      await checks(hub, device);
      await dispatch();
      expect(String(receiver.received[1]?.headers['webhook-signature']).split(' ')).toHaveLength(1);
    });

    it('can be tested at once, stopped and removed', async () => {
      const hub = await makeHub(await openNew());
      const { receiver, ask, headers, id, dispatch, state } = await hookUp(hub);
      const device = await hub.enrol();
      expect((await ask(`/${id}/test`, {})).body).toMatchObject({ delivered: true, outcome: '204' });
      receiver.answers.push(500);
      expect((await ask(`/${id}/test`, {})).body).toMatchObject({ delivered: false, outcome: '500' });
      expect(types(receiver)).toEqual(['webhook.test', 'webhook.test']);
      expect((await ask(`/${id}/state`, { running: false })).status).toBe(200);
      await checks(hub, device);
      await dispatch();
      expect([receiver.received.length, await state()]).toMatchObject([2, { stoppedBecause: 'person', waiting: 0 }]);
      expect(webhookList.parse((await ask('')).body).webhooks).toMatchObject([{ id, events: HOOK_EVENTS }]);
      expect((await ask(`/${id}/replays`, { position: 1 })).status).toBe(404);
      expect((await hub.json({ method: 'DELETE', url: `${URL}/${id}`, headers })).status).toBe(200);
      expect(await state()).toBeUndefined();
      expect((await ask(`/${id}/test`, {})).status).toBe(404);
    });
  });
});
