import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPair } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ALG, signLine } from '../../../electron/crypto/signed-line.ts';
import { openHubPins } from '../../../electron/point/hub-pins.ts';
import { openPointService } from '../../../electron/point/point-service.ts';
import { openPointStores } from '../../../electron/point/settings.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';
import { upsertPoints } from '../../../electron/province/db/points.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { issueEnrolmentCode } from '../../../electron/province/enrolment/issue-code.ts';
import { hubFacts } from '../../../electron/province/identity.ts';
import { stderrLog } from '../../../electron/province/log.ts';
import { prepareCertificate } from '../../../electron/province/next-certificate.ts';
import { startHub } from '../../../electron/province/server.ts';
import { switchWhenDue } from '../../../electron/province/switch-certificate.ts';
import { fingerprintOf, makeCertificate } from '../../../electron/province/tls.ts';
import { CERTIFICATE_TYP } from '../../../shared/protocol/hub-certificate.ts';
import { onSqlite } from './databases.ts';

const openNew = onSqlite();
const HOUR = 3_600_000;
const doing = () => ({ actor: 'cli', now: Date.now() });

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'dc-certificate-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function onDb<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase({ dataDir });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** A point of its own, enrolled with the hub as it is. */
async function enrolled(hubDir: string, url: string, code: string) {
  const issued = await onDb(hubDir, async (db) => {
    await upsertPoints(db, [{ code, name: `Xã ${code}`, kind: 'commune' }]);
    const address = { url, pin: (await hubFacts(db)).pin };
    return issueEnrolmentCode(db, { point: code, address, ...doing() });
  });
  const opened = await openPointService({ dataDir: folder(), appVersion: '0' });
  if (!issued.ok || !opened.ok) throw new Error('no point');
  onTestFinished(() => opened.value.close());
  expect(await opened.value.enrol(issued.value.code)).toMatchObject({ ok: true });
  return opened.value;
}

describe('the hub changes its certificate', () => {
  it('and a point that fetched its feed in between notices nothing; one that did not says so', async () => {
    const hubDir = folder();
    const serve = (port: number) =>
      startHub({ dataDir: hubDir, host: '0.0.0.0', port, consoleDir: null, log: stderrLog('silent') });
    let hub = await serve(0);
    const port = Number(new URL(hub.url).port);
    const url = `https://127.0.0.1:${port}`;
    const [attentive, away] = [await enrolled(hubDir, url, '1'), await enrolled(hubDir, url, '2')];
    const before = attentive.hub()?.pin;
    const next = await onDb(hubDir, (db) => prepareCertificate(db, Date.now() + HOUR, doing()));
    expect(await attentive.syncNow()).toMatchObject({ ok: true });
    expect(attentive.hub()?.pin).toBe(before);
    await hub.stop();
    await onDb(hubDir, (db) =>
      db
        .updateTable('next_certificates')
        .set({ takes_over_at: Date.now() - 1 })
        .execute(),
    );
    hub = await serve(port);
    onTestFinished(() => hub.stop());
    expect(await attentive.syncNow()).toMatchObject({ ok: true });
    expect([attentive.hub()?.pin, before]).toEqual([
      fingerprintOf(next.cert),
      expect.not.stringMatching(fingerprintOf(next.cert)),
    ]);
    expect(await away.syncNow()).toMatchObject({ ok: false, error: { code: 'hub-wrong-certificate' } });
    expect(await onDb(hubDir, async (db) => (await hubFacts(db)).pin)).toBe(fingerprintOf(next.cert));
  });

  it('shows the prepared one when its time comes, without a restart', async () => {
    const db = await openNew();
    const shown = await makeCertificate();
    const next = await prepareCertificate(db, 1000, { actor: 'cli', now: 1 });
    const clock = { ms: 999, now: () => clock.ms };
    const told: string[] = [];
    let resolve: (cert: string) => void = () => undefined;
    const promise = new Promise<string>((done) => {
      resolve = done;
    });
    const stop = switchWhenDue(
      {
        ...{ db, clock, shown, dataDir: folder(), log: stderrLog('silent') },
        server: { setSecureContext: ({ cert }) => void told.push(String(cert)) },
        onSwitch: async ({ cert }) => resolve(cert),
      },
      5,
    );
    clock.ms = 1000;
    expect(await promise).toBe(next.cert);
    await stop();
    expect(told).toEqual([next.cert]);
  });
});

describe('what a point takes up of its hub’s certificates', () => {
  it('is signed by the hub’s own key, of this hub, and no older than what it knows', async () => {
    const [{ privateKey, publicKey }, stranger] = [await pair(), await pair()];
    const pins = ['A', 'B', 'C'].map((letter) => letter.repeat(43));
    const stores = openPointStores(folder(), Date.now, () => undefined);
    const key = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } as const;
    const enrolment = {
      ...{ deviceId: 'd', deviceKey: key, point: { code: '1', name: 'Xã' }, enrolledAt: 0 },
      hub: { id: 'hub-1', name: 'H', key, url: 'https://hub', pin: 'P'.repeat(43) },
    };
    stores.enrolment.write({ enrolment });
    const known = openHubPins(enrolment, publicKey, stores.enrolment);
    const say = (claims: object, by = privateKey, typ: string = CERTIFICATE_TYP) =>
      signLine({ hub: 'hub-1', pins, at: 5, ...claims }, by, { typ, kid: 'hub-1' });
    for (const forged of [
      await say({}, stranger.privateKey),
      await say({ hub: 'hub-2' }),
      await say({}, privateKey, 'diem-cau-receipt+jws'),
      await say({ pins: [] }),
      'not a statement',
      null,
    ]) {
      await known.learn(forged);
      expect(known.accepted()).toEqual([enrolment.hub.pin]);
    }
    await known.learn(await say({ pins: pins.slice(0, 2) }));
    await known.learn(await say({ pins: pins.slice(2), at: 4 }));
    expect(known.accepted()).toEqual(pins.slice(0, 2));
    const again = stores.enrolment.read().enrolment;
    expect([again?.hub.pins, again?.hub.pin]).toEqual([pins.slice(0, 2), enrolment.hub.pin]);
  });
});

const pair = () => generateKeyPair(ALG, { crv: 'Ed25519' });
