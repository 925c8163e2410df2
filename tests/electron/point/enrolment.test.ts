import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEVICE_KEY_FILE } from '../../../electron/point/data-files.ts';
import { formatEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { temporaryFolder } from './folder.ts';
import { unwrap } from './open-chain.ts';
import { openPoint } from './open-point.ts';
import { SECRET, startSmallHub } from './small-hub.ts';

test('makes the key here, fetches the schedule and begins the journal', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const point = await openPoint(folder);
  expect(point.state().enrolment).toBeNull();
  expect(point.hub()).toBeNull();
  const state = unwrap(await point.enrol(hub.code()));
  expect(state.enrolment).toMatchObject({ pointCode: '23629', pointName: 'Xã Ia Pa', hubUrl: hub.url() });
  expect(state.feed?.meetings.map(({ id }) => id)).toEqual(['m1', 'm2']);
  expect(state.sync).toMatchObject({ lastSeq: 1, pending: 1, error: null });
  expect(hub.devices.size).toBe(1);
  expect(point.hub()).toEqual({ id: 'hub-1', url: hub.url(), pin: null });

  unwrap(await point.syncNow());
  expect(hub.stored[0]?.entry.event).toEqual({
    type: 'enrolled',
    pointName: 'Xã Ia Pa',
    hubUrl: hub.url(),
    appVersion: '0.0.0-test',
  });
  expect(statSync(join(folder, DEVICE_KEY_FILE)).mode & 0o777).toBe(0o600);
  await point.close();
  const again = await openPoint(folder);
  expect(again.state().enrolment).toEqual(state.enrolment);
  expect(again.state().feed).toEqual(state.feed);
});

test('a second time is refused by name', async () => {
  const hub = await startSmallHub();
  const point = await openPoint(temporaryFolder());
  unwrap(await point.enrol(hub.code()));
  expect(await point.enrol(hub.code())).toMatchObject({
    ok: false,
    error: { code: 'enrolment-already', values: { point: 'Xã Ia Pa' } },
  });
});

test.each(['', 'DC1.', 'DC2.eyJ9', 'DC1.????', `DC1.${Buffer.from('{"hub":1}').toString('base64url')}`])(
  'refuses %j as a code',
  async (code) => {
    const point = await openPoint(temporaryFolder());
    expect(await point.enrol(code)).toMatchObject({ ok: false, error: { code: 'enrolment-bad-code' } });
  },
);

test('does not send the secret in the clear to another machine', async () => {
  const point = await openPoint(temporaryFolder());
  const code = formatEnrolmentCode({ hub: 'http://192.0.2.1:8080', point: '23629', secret: SECRET });
  expect(await point.enrol(code)).toMatchObject({ ok: false, error: { code: 'enrolment-bad-code' } });
});

test('a failed try leaves nothing that stands in the way of the next', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const point = await openPoint(folder);
  const wrong = formatEnrolmentCode({ hub: hub.url(), point: '23629', secret: 'not-the-right-secret' });
  expect(await point.enrol(wrong)).toMatchObject({ ok: false, error: { code: 'enrolment-bad-code' } });
  await hub.stop();
  expect(await point.enrol(hub.code())).toMatchObject({ ok: false, error: { code: 'hub-unreachable' } });
  await hub.start();
  unwrap(await point.enrol(hub.code()));
  expect(hub.devices.size).toBe(1);
});

test('killed before the enrolment was written: the same code and key again', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const first = await openPoint(folder);
  unwrap(await first.enrol(hub.code()));
  await first.close();
  // What a kill between the hub's answer and our writing leaves: the key, and nothing else.
  for (const file of ['enrolment.json', 'feed.json', 'journal.db']) rmSync(join(folder, file));
  const second = await openPoint(folder);
  unwrap(await second.enrol(hub.code()));
  expect(hub.devices.size).toBe(1);
});

test('killed before the journal began: it begins at the next start', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const first = await openPoint(folder);
  unwrap(await first.enrol(hub.code()));
  await first.close();
  rmSync(join(folder, 'journal.db'));
  const second = await openPoint(folder);
  expect(second.state().sync).toMatchObject({ lastSeq: 1, pending: 1 });
});

test('another process enrols: seen without a restart', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const window = await openPoint(folder);
  const command = await openPoint(folder);
  unwrap(await command.enrol(hub.code()));
  unwrap(await window.answer({ meetingId: 'm1', itemId: 'power', answer: 'yes', note: '' }));
  expect(window.state()).toMatchObject({ enrolment: { pointCode: '23629' }, sync: { lastSeq: 2 } });
});

test('a key kept by the system’s key store is not used by plain Node, which says so', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const flip = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const app = await openPoint(folder, { vault: { protected: true, protect: flip, unprotect: flip } });
  unwrap(await app.enrol(hub.code()));
  expect(app.keyProtected()).toBe(true);
  await app.close();

  const command = await openPoint(folder);
  expect(command.keyProtected()).toBe(true);
  expect(command.state().sync.lastSeq).toBe(1);
  const answer = await command.answer({ meetingId: 'm1', itemId: 'power', answer: 'yes', note: '' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'key-protected' } });
  expect(await command.syncNow()).toMatchObject({ ok: false, error: { code: 'key-protected' } });
});

test('a key store that has forgotten the key, and a damaged key file, are said to be unreadable', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const keep = (bytes: Uint8Array) => Buffer.from(bytes);
  const first = await openPoint(folder, { vault: { protected: true, protect: keep, unprotect: keep } });
  unwrap(await first.enrol(hub.code()));
  await first.close();
  const forgetful = () => {
    throw new Error('decryption failed');
  };
  const second = await openPoint(folder, { vault: { protected: true, protect: keep, unprotect: forgetful } });
  const event = { meetingId: 'm1', itemId: 'power', answer: 'yes' as const, note: '' };
  expect(await second.answer(event)).toMatchObject({ ok: false, error: { code: 'key-unreadable' } });
  await second.close();
  const file = join(folder, DEVICE_KEY_FILE);
  expect(existsSync(file)).toBe(true);
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
  const third = await openPoint(folder);
  expect(await third.answer(event)).toMatchObject({ ok: false, error: { code: 'key-unreadable' } });
});
