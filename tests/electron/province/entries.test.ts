import { describe, expect, it } from 'vitest';
import { lineHash, publicKey, verifyLine } from '../../../electron/crypto/signed-line.ts';
import { listAudit } from '../../../electron/province/db/audit.ts';
import { revokeDevice } from '../../../electron/province/db/devices.ts';
import { listEntries } from '../../../electron/province/db/entries.ts';
import { findLatest } from '../../../electron/province/db/latest.ts';
import { hubFacts } from '../../../electron/province/identity.ts';
import { verifyStored } from '../../../electron/province/journal/verify-stored.ts';
import { GENESIS } from '../../../shared/events/journal-entry.ts';
import { RECEIPT_TYP, receiptClaims } from '../../../shared/protocol/entries.ts';
import { checkRunEvent, makeDevice, passed } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, OTHER_POINT, POINT, type TestHub } from './hub.ts';

const answer = (itemId: string) =>
  ({ type: 'manual-answer', meetingId: MEETING, itemId, answer: 'yes', note: '' }) as const;

async function storedSeqs({ db }: TestHub, deviceId: string): Promise<number[]> {
  return (await listEntries(db, deviceId, 0, 1000)).map(({ seq }) => seq);
}

async function latestOf({ db }: TestHub) {
  const latest = (await findLatest(db, MEETING, [POINT])).get(POINT);
  if (latest === undefined) throw new Error('nothing was asked for');
  return latest;
}

describe('POST /api/point/entries', () => {
  onBothDatabases((openNew) => {
    it('stores lines and answers a receipt that the hub signed', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const lines = [await device.sign(checkRunEvent(MEETING), 1), await device.sign(answer('power'), 2)];
      const { status, body } = await hub.push(device, lines);
      expect({ status, ...body, receipt: '' }).toEqual({ status: 200, accepted: 2, duplicates: 0, receipt: '' });
      const key = await publicKey((await hubFacts(hub.db)).publicKey);
      const claims = receiptClaims.parse(await verifyLine(String(body.receipt), key, RECEIPT_TYP));
      expect(claims).toEqual({ device: device.id, ...device.head(), receivedAt: hub.clock.ms });
      const stored = await listEntries(hub.db, device.id, 0, 10);
      expect(stored.map(({ jws, type, meeting_id }) => ({ jws, type, meeting_id }))).toEqual([
        { jws: lines[0], type: 'check-run', meeting_id: MEETING },
        { jws: lines[1], type: 'manual-answer', meeting_id: MEETING },
      ]);
      const { record, entryCount } = await latestOf(hub);
      expect(entryCount).toBe(2);
      expect(record.checks.camera?.verdict).toBe('pass');
      expect(record.manual.power?.answer).toBe('yes');
    });

    it('counts a resend as duplicates and changes nothing', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const first = await device.sign(answer('a'), 1);
      const second = await device.sign(answer('b'), 2);
      await hub.push(device, [first]);
      const { status, body } = await hub.push(device, [first, second, second]);
      expect({ status, accepted: body.accepted, duplicates: body.duplicates }).toEqual({
        status: 200,
        accepted: 1,
        duplicates: 2,
      });
      expect(await storedSeqs(hub, device.id)).toEqual([1, 2]);
      expect((await latestOf(hub)).entryCount).toBe(2);
    });

    it('refuses a gap, and takes the same lines once the missing one comes too', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const lines = [await device.sign(answer('a'), 1), await device.sign(answer('b'), 2)];
      const refused = await hub.push(device, lines.slice(1));
      expect(refused).toEqual({ status: 409, body: { error: { code: 'journal-gap', values: { seq: 2, have: 0 } } } });
      expect(await storedSeqs(hub, device.id)).toEqual([]);
      expect((await hub.push(device, lines)).status).toBe(200);
    });

    it('refuses another line for a number that is taken, and stores nothing of that push', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const line = await device.sign(answer('a'), 1);
      await hub.push(device, [line]);
      const next = await device.sign(answer('b'), 2);
      const fork = await device.signEntry({
        v: 1,
        device: device.id,
        point: POINT,
        seq: 1,
        prev: GENESIS,
        at: 9,
        event: answer('c'),
      });
      hub.clock.ms += 1000;
      const { status, body } = await hub.push(device, [next, fork]);
      expect({ status, body }).toEqual({
        status: 409,
        body: { error: { code: 'journal-bad-chain', values: { seq: 1, have: 2 } } },
      });
      expect(await storedSeqs(hub, device.id)).toEqual([1]);
      expect((await listAudit(hub.db, 1))[0]).toMatchObject({ action: 'push-refused', actor: `device:${device.id}` });
    });

    it('refuses a line signed by another key, and one that speaks for another point', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const stranger = await makeDevice(POINT);
      const entry = { v: 1, device: device.id, seq: 1, prev: GENESIS, at: 1, event: answer('a') } as const;
      const forged = await hub.push(device, [await stranger.signEntry({ ...entry, point: POINT })]);
      expect(forged).toEqual({ status: 422, body: { error: { code: 'journal-bad-signature', values: { seq: 1 } } } });
      const foreign = await hub.push(device, [await device.signEntry({ ...entry, point: OTHER_POINT })]);
      expect(foreign).toEqual({
        status: 409,
        body: { error: { code: 'journal-bad-chain', values: { seq: 1 } } },
      });
    });

    it('takes many pushes of one device at once without losing or doubling a line', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const lines: string[] = [];
      for (let i = 0; i < 12; i += 1) lines.push(await device.sign(answer(`item-${i}`), i));
      const pushes = lines.map((_, i) => hub.push(device, lines.slice(0, i + 1)));
      const answers = await Promise.all(pushes);
      expect(answers.map(({ status }) => status)).toEqual(lines.map(() => 200));
      expect(answers.reduce((sum, { body }) => sum + Number(body.accepted), 0)).toBe(12);
      expect(await verifyStored(hub.db)).toMatchObject({ devices: 1, entries: 12, faults: [] });
      expect((await latestOf(hub)).entryCount).toBe(12);
    });

    it('keeps what two devices of one point say at the same time', async () => {
      const hub = await makeHub(await openNew());
      const devices = [await hub.enrol(), await hub.enrol(), await hub.enrol()];
      const pushes = devices.map(async (device, i) => hub.push(device, [await device.sign(answer(`of-${i}`), i)]));
      expect((await Promise.all(pushes)).map(({ status }) => status)).toEqual([200, 200, 200]);
      const { record } = await latestOf(hub);
      expect(Object.keys(record.manual).sort()).toEqual(['of-0', 'of-1', 'of-2']);
    });

    it('finds a stored line that was changed, and one that was cut off', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const lines = [await device.sign(checkRunEvent(MEETING, [passed('host')]), 1), await device.sign(answer('b'), 2)];
      await hub.push(device, lines);
      await hub.db.updateTable('entries').set({ at: 5 }).where('seq', '=', 1).execute();
      const changed = await verifyStored(hub.db);
      expect(changed.faults.map(({ error }) => error)).toEqual([{ code: 'journal-bad-chain', values: { seq: 1 } }]);
      await hub.db.updateTable('entries').set({ at: 1 }).where('seq', '=', 1).execute();
      await hub.db.deleteFrom('entries').where('seq', '=', 2).execute();
      const cut = await verifyStored(hub.db);
      expect(cut.faults.map(({ error }) => error)).toEqual([{ code: 'journal-gap', values: { seq: 2 } }]);
      expect(lineHash(lines[1]!)).toBe(device.head().hash);
    });

    it('takes nothing more from a revoked device', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      await revokeDevice(hub.db, device.id, hub.clock.ms);
      const { status, body } = await hub.push(device, [await device.sign(answer('a'), 1)]);
      expect({ status, body }).toEqual({ status: 403, body: { error: { code: 'device-revoked', values: {} } } });
    });
  });
});
