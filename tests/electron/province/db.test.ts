import { describe, expect, it } from 'vitest';
import { CHAIN_START } from '../../../electron/crypto/verify-chain.ts';
import { clearTries, countTry, lockTries } from '../../../electron/province/db/access.ts';
import { putApiToken } from '../../../electron/province/db/api-tokens.ts';
import { addAudit, listAudit } from '../../../electron/province/db/audit.ts';
import { findDevice, holdDevices, insertDevice, moveHeads } from '../../../electron/province/db/devices.ts';
import { insertEnrolmentCode, spendEnrolmentCode } from '../../../electron/province/db/enrolment-codes.ts';
import { findLatest, putLatest } from '../../../electron/province/db/latest.ts';
import { migrate } from '../../../electron/province/db/migrate.ts';
import { listRoster, upsertPeople } from '../../../electron/province/db/people.ts';
import { findPoint, listPoints, touchPoint, upsertPoints } from '../../../electron/province/db/points.ts';
import { addPolicy, currentPolicy } from '../../../electron/province/db/policies.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { foundHub, hubFacts } from '../../../electron/province/identity.ts';
import { EMPTY_RECORD } from '../../../shared/meeting/readiness.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { makeDevice } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';

const NOW = Date.parse('2026-01-31T01:00:00Z');
const point = (code: string, name: string) => ({ code, name, kind: 'commune' });

async function withDevice(db: Db) {
  await upsertPoints(db, [point('1', 'Xã A')]);
  const { id, key } = await makeDevice('1');
  await insertDevice(db, { id, key, pointCode: '1', name: 'máy', appVersion: '1' }, NOW);
  return { id, key };
}

describe('the hub’s database', () => {
  onBothDatabases((openNew) => {
    it('comes to the newest schema once, however often it is asked', async () => {
      const db = await openNew();
      await Promise.all([migrate(db), migrate(db)]);
      expect(await listPoints(db)).toEqual([]);
    });

    it('is founded once, also by two at the same time', async () => {
      const db = await openNew();
      const [first, second] = await Promise.all([foundHub(db, NOW), foundHub(db, NOW)]);
      expect(first.id).toBe(second.id);
      expect((await hubFacts(db)).id).toBe(first.id);
      expect(await currentPolicy(db)).toEqual(DEFAULT_POLICY);
    });

    it('gives back times as the numbers they were', async () => {
      const db = await openNew();
      await upsertPoints(db, [point('1', 'Xã A')]);
      await touchPoint(db, '1', NOW);
      expect(await findPoint(db, '1')).toEqual({
        ...point('1', 'Xã A'),
        lastContactAt: NOW,
        cluster: null,
        contactName: null,
        contactPhone: null,
        retiredAt: null,
      });
      expect(await findPoint(db, '2')).toBeUndefined();
    });

    it('renames points and people that come again, and keeps what else is known of them', async () => {
      const db = await openNew();
      await upsertPoints(db, [point('1', 'Xã A'), point('2', 'Xã B')]);
      await touchPoint(db, '1', NOW);
      await upsertPoints(db, [point('1', 'Xã Á')]);
      expect((await listPoints(db)).map(({ name, lastContactAt }) => [name, lastContactAt])).toEqual([
        ['Xã Á', NOW],
        ['Xã B', null],
      ]);
      const person = { point: '1', id: 'ct', fullName: 'Rah Lan Chung', title: 'Phó Chủ tịch' };
      await upsertPeople(db, [person]);
      await upsertPeople(db, [{ ...person, title: 'Chủ tịch' }]);
      expect(await listRoster(db, '1')).toEqual([{ id: 'ct', fullName: 'Rah Lan Chung', title: 'Chủ tịch' }]);
      expect(await listRoster(db, '2')).toEqual([]);
    });

    it('takes more rows than one statement bears', async () => {
      const db = await openNew();
      const points = Array.from({ length: 1201 }, (_, i) => point(`${i}`, `Xã ${i}`));
      await upsertPoints(db, points);
      const listed = await listPoints(db);
      expect(listed.map(({ code }) => code)).toEqual(points.map(({ code }) => code));
    });

    it('orders names as a Vietnamese reader does', async () => {
      const db = await openNew();
      const names = ['Xã Ân Hảo', 'Xã An Hòa', 'Xã Đak Pơ', 'Xã Dak Pơ', 'Xã 10', 'Xã 9'];
      await upsertPoints(
        db,
        names.map((name, i) => point(`${i}`, name)),
      );
      const expected = ['Xã 9', 'Xã 10', 'Xã An Hòa', 'Xã Ân Hảo', 'Xã Dak Pơ', 'Xã Đak Pơ'];
      expect((await listPoints(db)).map(({ name }) => name)).toEqual(expected);
    });

    it('spends an enrolment code once', async () => {
      const db = await openNew();
      await upsertPoints(db, [point('1', 'Xã A')]);
      await insertEnrolmentCode(db, { secret_hash: 'h', point_code: '1', created_at: NOW, expires_at: NOW + 1 });
      const spent = await Promise.all(['d1', 'd2'].map((device) => spendEnrolmentCode(db, 'h', device, NOW)));
      expect(spent.filter(Boolean)).toHaveLength(1);
    });

    it('moves the heads of the chains it holds, and no others', async () => {
      const db = await openNew();
      const first = await withDevice(db);
      const other = await makeDevice('1');
      await insertDevice(db, { id: other.id, key: other.key, pointCode: '1', name: '', appVersion: '1' }, NOW);
      const to = { seq: 1, hash: 'h1' };
      await db.transaction().execute(async (tx) => {
        expect((await holdDevices(tx, [first.id, 'nobody'])).get(first.id)?.head).toEqual(CHAIN_START);
        await moveHeads(tx, new Map([[first.id, to]]));
      });
      expect(await findDevice(db, first.id)).toEqual({ ...first, pointCode: '1', revokedAt: null, head: to });
      expect((await findDevice(db, other.id))?.head).toEqual(CHAIN_START);
    });

    it('keeps the latest of a point and meeting in one row', async () => {
      const db = await openNew();
      expect(await findLatest(db, 'm', ['1'])).toEqual(new Map([['1', { record: EMPTY_RECORD, entryCount: 0 }]]));
      const record = { ...EMPTY_RECORD, lastRunAt: NOW };
      const first = { record: EMPTY_RECORD, state: 'no-data', entryCount: 1 } as const;
      const codes = Array.from({ length: 90 }, (_, i) => `${i}`);
      await putLatest(db, 'm', new Map(codes.map((code) => [code, first])), NOW);
      await putLatest(db, 'm', new Map([['1', { record, state: 'incomplete', entryCount: 2 }]]), NOW);
      const found = await findLatest(db, 'm', codes);
      expect(found.get('1')).toEqual({ record, entryCount: 2 });
      expect([...found.values()].filter(({ entryCount }) => entryCount === 1)).toHaveLength(89);
    });

    it('counts tries that come at once, each of them', async () => {
      const db = await openNew();
      await Promise.all([1, 2, 3, 4].map(() => countTry(db, 'ai', NOW)));
      expect((await lockTries(db, 'ai')).tries).toBe(4);
      await clearTries(db, 'ai');
      expect((await lockTries(db, 'ai')).tries).toBe(0);
    });

    it('puts the policy added last in force, and adds no version twice', async () => {
      const db = await openNew();
      await foundHub(db, NOW);
      await addPolicy(db, { ...DEFAULT_POLICY, version: 'tinh-2', probeTimeoutMs: 9000 }, NOW + 1);
      await addPolicy(db, { ...DEFAULT_POLICY, version: 'tinh-2', probeTimeoutMs: 1000 }, NOW + 2);
      expect((await currentPolicy(db)).probeTimeoutMs).toBe(9000);
    });

    it('replaces a token of the same name', async () => {
      const db = await openNew();
      const token = { token_hash: 'a', name: 'n', scopes: '[]', created_at: NOW, expires_at: NOW };
      await putApiToken(db, token);
      await putApiToken(db, { ...token, token_hash: 'b' });
      const kept = await db.selectFrom('api_tokens').select('token_hash').execute();
      expect(kept.map(({ token_hash }) => token_hash)).toEqual(['b']);
    });

    it('leaves nothing behind of a transaction that fails', async () => {
      const db = await openNew();
      const failing = db.transaction().execute(async (tx) => {
        await upsertPoints(tx, [point('1', 'Xã A')]);
        throw new Error('the disk is full');
      });
      await expect(failing).rejects.toThrow('the disk is full');
      expect(await listPoints(db)).toEqual([]);
    });

    it('keeps the audit log, the newest first', async () => {
      const db = await openNew();
      await addAudit(db, { at: NOW, actor: 'cli', action: 'first', subject: 's' });
      await addAudit(db, { at: NOW + 1, actor: 'cli', action: 'second', subject: 's', detail: { n: 1 } });
      const entries = await listAudit(db, 10);
      expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
        ['second', { n: 1 }],
        ['first', {}],
      ]);
    });
  });
});
