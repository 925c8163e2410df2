import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listAudit } from '../../../electron/province/db/audit.ts';
import type { Feed } from '../../../shared/protocol/feed.ts';
import { offeredRelease } from '../../../shared/protocol/releases.ts';
import type { TestDevice } from '../../support/device.ts';
import { fileOf, makeSigner } from '../point/updates/signing.ts';
import { onBothDatabases } from './databases.ts';
import { makeHub, ORIGIN, OTHER_POINT, POINT, type TestHub } from './hub.ts';

const INSTALLER = Buffer.from('an installer');
const FILE = fileOf('diem-cau-0.2.0.tar.gz', INSTALLER);
const OTHER = fileOf('diem-cau-0.2.0.exe', Buffer.from('another'), { installation: 'nsis', platform: 'win32-x64' });

async function world(hub: TestHub) {
  const folder = join(hub.deps.store.dataDir, 'updates');
  await mkdir(folder, { recursive: true });
  writeFileSync(join(folder, FILE.name), INSTALLER);
  const headers = { ...ORIGIN, ...(await hub.signIn('admin')) };
  const post = (url: string, payload: object) => hub.json({ method: 'POST', url, headers, payload });
  const authorization = async (device: TestDevice) => `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
  return {
    folder,
    offer: (jws: string) => post('/api/console/releases', { jws }),
    stage: (version: string, stage: string) => post('/api/console/releases/stage', { version, stage }),
    offered: async () =>
      offeredRelease.nullable().parse((await hub.json({ url: '/api/console/releases', headers })).body),
    async updateFor(device: TestDevice): Promise<Feed['update']> {
      const { body } = await hub.json({
        url: '/api/point/feed',
        headers: { authorization: await authorization(device) },
      });
      return body.update as Feed['update'];
    },
    report: async (device: TestDevice, payload: object) =>
      hub.json({
        method: 'POST',
        url: '/api/point/update',
        headers: { authorization: await authorization(device) },
        payload,
      }),
  };
}

/** The policy's number of first points, as small as two points need it. */
async function firstOnly(hub: TestHub, firstPoints: number): Promise<void> {
  const row = await hub.db.selectFrom('policies').selectAll().executeTakeFirstOrThrow();
  const body = JSON.parse(row.body);
  const changed = { ...body, updates: { ...body.updates, firstPoints } };
  await hub.db
    .updateTable('policies')
    .set({ body: JSON.stringify(changed) })
    .execute();
}

onBothDatabases((openNew) => {
  it('a release goes to the first points, then to all, and to nobody once it is stopped', async () => {
    const signer = await makeSigner();
    const hub = await makeHub(await openNew(), { releaseKey: signer.key });
    await firstOnly(hub, 1);
    const [device, other] = [await hub.enrol(), await hub.enrol(OTHER_POINT)];
    const { offer, stage, offered, updateFor } = await world(hub);
    expect([await offered(), await updateFor(device)]).toEqual([null, null]);
    const jws = await signer.sign({ files: [FILE] });
    expect((await offer(`${jws}\n`)).status).toBe(200);
    const both = async () => [await updateFor(device), await updateFor(other)];
    expect((await both()).filter(Boolean)).toEqual([jws]);
    const first = (await offered())?.points.filter(({ isFirst }) => isFirst);
    expect(first?.[0]?.code).toBe((await updateFor(device)) === null ? OTHER_POINT : POINT);
    expect((await stage('0.2.0', 'all')).status).toBe(200);
    expect(await both()).toEqual([jws, jws]);
    expect((await stage('0.2.0', 'stopped')).status).toBe(200);
    expect(await both()).toEqual([null, null]);
    expect((await stage('0.1.0', 'all')).body).toMatchObject({ error: { code: 'release-unknown' } });
    const actions = (await listAudit(hub.db, 20)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['release-offered', 'release-all', 'release-stopped']));
  });

  it('the province sees how far each point has got', async () => {
    const signer = await makeSigner();
    const hub = await makeHub(await openNew(), { releaseKey: signer.key });
    const [device] = [await hub.enrol(), await hub.enrol(OTHER_POINT)];
    const { offer, offered, report } = await world(hub);
    await offer(await signer.sign({ files: [FILE, OTHER] }));
    expect(await offered()).toMatchObject({ version: '0.2.0', stage: 'first', missing: [OTHER.name] });
    const error = { code: 'update-changed', values: { file: FILE.name } };
    expect((await report(device, { version: '0.2.0', kind: 'failed', error })).status).toBe(200);
    const stateOf = async (code: string) => (await offered())?.points.find((point) => point.code === code)?.state;
    expect(await stateOf(POINT)).toMatchObject({ kind: 'failed', error });
    expect(await stateOf(OTHER_POINT)).toBeNull();
    await report(device, { version: '0.2.0', kind: 'ready', waiting: 'postponed', until: hub.clock.ms });
    expect(await stateOf(POINT)).toMatchObject({ kind: 'ready', waiting: 'postponed', error: null });
    // What it said of another release says nothing of this one.
    await report(device, { version: '0.1.9', kind: 'installed' });
    expect(await stateOf(POINT)).toBeNull();
    expect((await offered())?.points.map(({ runs }) => runs)).toEqual([false, false]);
    await hub.db.updateTable('devices').set({ app_version: '0.2.0' }).execute();
    expect((await offered())?.points.map(({ runs }) => runs)).toEqual([true, true]);
  });

  it('what is not signed, or names no installer that is here, is not offered', async () => {
    const signer = await makeSigner();
    const hub = await makeHub(await openNew(), { releaseKey: signer.key });
    const { offer, offered, folder } = await world(hub);
    const code = async (jws: string) => ((await offer(jws)).body.error as { code: string }).code;
    expect(await code(await (await makeSigner()).sign({ files: [FILE] }))).toBe('update-forged');
    expect(await code('nonsense')).toBe('update-forged');
    expect(await code(await signer.sign({ files: [OTHER] }))).toBe('update-incomplete');
    writeFileSync(join(folder, FILE.name), 'changed here');
    expect(await code(await signer.sign({ files: [FILE] }))).toBe('update-incomplete');
    expect(await offered()).toBeNull();
  });
});
