import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { closeAttempt, noteHasRun, openKept } from '../../../../electron/point/updates/kept.ts';
import { createUpdater, type UpdaterWorld } from '../../../../electron/point/updates/updater.ts';
import { appErr } from '../../../../shared/errors.ts';
import { DEFAULT_UPDATES } from '../../../../shared/policy/updates.ts';
import { ok } from '../../../../shared/result.ts';
import type { Release } from '../../../../shared/updates/release.ts';
import type { UpdateState } from '../../../../shared/updates/state.ts';
import { temporaryFolder } from '../folder.ts';
import { handClock } from '../hand-clock.ts';
import { fileOf, makeSigner } from './signing.ts';
import { pinsOf, startUpdateHub } from './update-hub.ts';

/** A busy machine takes its time; no time is measured here. */
const PATIENT = { timeout: 20_000, interval: 5 };
vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3_600_000;
const MINUTE = 60_000;
const CONTENT = randomBytes(50_000);
const FILE = fileOf('diem-cau-0.2.0.tar.gz', CONTENT);

/** A point that runs 0.1.0, a hub that offers 0.2.0, and time that is moved by hand. */
async function pointWith(change: Partial<UpdaterWorld> = {}, offer: Partial<Release> = {}) {
  const [hub, signer, folder, clock] = [await startUpdateHub(), await makeSigner(), temporaryFolder(), handClock()];
  hub.files.set(FILE.name, CONTENT);
  const kept = openKept(folder, clock.now, () => undefined);
  const world = {
    offered: await signer.sign({ files: [FILE], ...offer }),
    meetings: [] as { startsAt: number; expectedEndsAt: number; status: 'scheduled' }[],
    isChecking: false,
    installed: [] as string[],
    states: [] as UpdateState[],
  };
  const updater = createUpdater({
    folder: join(folder, 'files'),
    running: { version: '0.1.0', platform: 'linux-x64', installation: 'folder' },
    key: signer.key,
    kept,
    clock,
    random: () => 0,
    offered: () => world.offered,
    hub: () => ({ url: hub.url, pins: pinsOf(hub.pin) }),
    times: () => DEFAULT_UPDATES,
    moment: () => ({ now: clock.now(), meetings: world.meetings, feedAt: clock.now(), isChecking: world.isChecking }),
    install: async (path) => {
      world.installed.push(path);
      return ok(null);
    },
    onChange: (state) => world.states.push(state),
    onBug: (error) => expect.fail(String(error)),
    ...change,
  });
  onTestFinished(updater.start());
  const reaches = (kind: UpdateState['kind'], more: object = {}) =>
    vi.waitFor(() => expect(updater.state()).toMatchObject({ kind, ...more }), PATIENT);
  return { ...world, world, updater, hub, signer, clock, kept, folder, reaches };
}

test('fetches, tells, and installs when nobody objects', async () => {
  const point = await pointWith();
  await point.reaches('ready', { waiting: { why: 'notice' }, mayPostpone: true });
  expect(point.states.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])).toEqual([
    'fetching',
    'ready',
  ]);
  expect(point.world.installed).toEqual([]);
  point.clock.advance(10 * MINUTE);
  await point.reaches('installing');
  await vi.waitFor(() => expect(point.world.installed).toEqual([join(point.folder, 'files', FILE.name)]), {
    interval: 5,
  });
  expect(point.kept.read().attempt).toMatchObject({ version: '0.2.0', from: '0.1.0' });
});

test('near a meeting nothing is fetched, and nothing installed, also when somebody asks for it', async () => {
  const point = await pointWith();
  await point.reaches('ready');
  point.world.meetings = [
    { startsAt: point.clock.now() + HOUR, expectedEndsAt: point.clock.now() + 2 * HOUR, status: 'scheduled' },
  ];
  expect(await point.updater.installNow()).toMatchObject({ ok: false, error: { code: 'update-quiet' } });
  point.clock.advance(20 * MINUTE);
  await point.reaches('ready', { waiting: { why: 'meeting' } });
  expect(point.world.installed).toEqual([]);
  point.clock.advance(3 * HOUR);
  await point.reaches('installing');
});

test('what is being fetched makes way for a check, and goes on after it', async () => {
  const point = await pointWith({ times: () => ({ ...DEFAULT_UPDATES, noticeMinutes: 1 }) });
  point.hub.breakAfter = 10_000;
  point.world.isChecking = true;
  point.updater.kick();
  await vi.waitFor(() => expect(['waiting', 'failed', 'ready']).toContain(point.updater.state().kind), PATIENT);
  point.world.isChecking = false;
  point.hub.breakAfter = Number.POSITIVE_INFINITY;
  point.clock.advance(15 * MINUTE);
  await point.reaches('ready');
});

test('the technician may put it off three times, is told each time, and then it comes', async () => {
  const point = await pointWith();
  for (const times of [1, 2, 3]) {
    await point.reaches('ready', { waiting: { why: 'notice' }, mayPostpone: true });
    expect((await point.updater.postpone()).ok).toBe(true);
    await point.reaches('ready', { waiting: { why: 'postponed' }, mayPostpone: false });
    expect(point.kept.read().seen?.postponements).toBe(times);
    point.clock.advance(24 * HOUR);
  }
  await point.reaches('ready', { waiting: { why: 'notice' }, mayPostpone: false });
  expect(await point.updater.postpone()).toMatchObject({ ok: false, error: { code: 'update-must' } });
  point.clock.advance(10 * MINUTE);
  await point.reaches('installing');
});

test('installs at once when the technician wants it', async () => {
  const point = await pointWith();
  await point.reaches('ready');
  await point.updater.installNow();
  expect(point.world.installed).toHaveLength(1);
});

test.each([
  ['signed by somebody else', 'update-forged', async () => (await makeSigner()).sign({ files: [FILE] })],
  ['signed for another purpose', 'update-forged', async (signer) => signer.sign({ files: [FILE] }, 'checkpoint')],
  ['cut off', 'update-forged', async (signer) => (await signer.sign({ files: [FILE] })).slice(0, -4)],
  ['not signed', 'update-forged', async () => 'e30.e30.'],
  ['older than what runs', 'update-older', async (signer) => signer.sign({ version: '0.0.9', files: [FILE] })],
  [
    'without a file for this machine',
    'update-no-file',
    async (signer) => signer.sign({ files: [{ ...FILE, installation: 'nsis' }] }),
  ],
] as const satisfies [string, string, (signer: Awaited<ReturnType<typeof makeSigner>>) => Promise<string>][])(
  'refuses a release that is %s',
  async (_name, code, make) => {
    const point = await pointWith();
    await point.reaches('ready');
    point.world.offered = await make(point.signer);
    point.updater.kick();
    await point.reaches('failed', { error: { code }, nextTryAt: null });
    point.clock.advance(HOUR);
    expect(point.world.installed).toEqual([]);
  },
);

test('takes a signed roll-back of what runs', async () => {
  const running = { version: '0.3.0', platform: 'linux-x64', installation: 'folder' } as const;
  const point = await pointWith({ running }, { takesBack: ['0.3.0'] });
  await point.reaches('ready', { version: '0.2.0' });
  point.clock.advance(10 * MINUTE);
  await point.reaches('installing');
});

test('what was changed on this disk after it came is not run', async () => {
  const point = await pointWith();
  await point.reaches('ready');
  writeFileSync(join(point.folder, 'files', FILE.name), 'something else');
  await point.updater.installNow();
  await point.reaches('failed', { error: { code: 'update-changed' } });
  expect(point.world.installed).toEqual([]);
  point.clock.advance(15 * MINUTE);
  await point.reaches('ready');
});

test('a release that the province takes back is forgotten; a newer one takes its room', async () => {
  const point = await pointWith();
  await point.reaches('ready');
  const stopped = point.world.offered;
  point.world.offered = null as unknown as string;
  point.updater.kick();
  await point.reaches('none');
  const next = fileOf('diem-cau-0.3.0.tar.gz', Buffer.from('another'));
  point.hub.files.set(next.name, Buffer.from('another'));
  point.world.offered = await point.signer.sign({ version: '0.3.0', signedAt: 2000, files: [next] });
  point.updater.kick();
  await point.reaches('ready', { version: '0.3.0' });
  expect(readdirSync(join(point.folder, 'files'))).toEqual([next.name]);
  expect(stopped).not.toBe(point.world.offered);
});

test('an installation that fails leaves everything as it was and is tried again later', async () => {
  let isBroken = true;
  const installed: string[] = [];
  const point = await pointWith({
    install: async (path) =>
      isBroken ? appErr('update-failed', { detail: 'no room' }) : ok(void installed.push(path) as unknown as null),
  });
  await point.reaches('ready');
  await point.updater.installNow();
  await point.reaches('failed', { error: { code: 'update-failed' } });
  expect(point.kept.read().attempt).toBeNull();
  isBroken = false;
  point.clock.advance(15 * MINUTE);
  await vi.waitFor(() => expect(installed).toHaveLength(1), PATIENT);
});

test('once it runs it says so for a day; once it did not start it is never tried again', async () => {
  const point = await pointWith();
  await point.reaches('ready');
  await point.updater.installNow();
  closeAttempt(point.kept, '0.1.0', point.clock.now());
  point.clock.advance(MINUTE);
  await point.reaches('failed', { error: { code: 'update-not-started' }, nextTryAt: null });
  // The same version signed anew is another release.
  point.world.offered = await point.signer.sign({ signedAt: 3000, files: [FILE] });
  point.updater.kick();
  await point.reaches('ready');
  await point.updater.installNow();
  closeAttempt(point.kept, '0.2.0', point.clock.now());
  expect(point.kept.read()).toMatchObject({ lastSignedAt: 3000, attempt: null, last: { outcome: 'installed' } });
  point.world.offered = null as unknown as string;
  point.updater.kick();
  await point.reaches('installed', { version: '0.2.0' });
  point.clock.advance(25 * HOUR);
  await point.reaches('none');
});

test('an installer that somebody closed has not failed: it asks again the next day, as often as it may be put off', async () => {
  const file = fileOf('diem-cau-0.2.0.exe', CONTENT, { installation: 'nsis' });
  const running = { version: '0.1.0', platform: 'linux-x64', installation: 'nsis' } as const;
  const point = await pointWith({ running }, { files: [file] });
  point.hub.files.set(file.name, CONTENT);
  point.clock.advance(15 * MINUTE);
  for (const times of [1, 2, 3, 4]) {
    await point.reaches('ready');
    await point.updater.installNow();
    expect(point.world.installed).toHaveLength(times);
    closeAttempt(point.kept, '0.1.0', point.clock.now());
    const last = times > DEFAULT_UPDATES.postponeMost;
    point.clock.advance(MINUTE);
    await point.reaches('failed', {
      error: { code: last ? 'update-not-installed' : 'update-not-installed-yet' },
      ...(last && { nextTryAt: null }),
    });
    point.clock.advance(24 * HOUR);
  }
  expect(point.updater.state()).toMatchObject({ kind: 'failed', nextTryAt: null });
});

test.each([
  ['an installer whose version never opened the data', 'nsis', '0.1.0', 'not-installed'],
  ['an installer whose version opened the data', 'nsis', '0.2.0', 'not-started'],
  ['a folder that came back by itself', 'folder', '0.1.0', 'not-started'],
] as const)('after %s: %s %s is %s', (_name, installation, openedBy, outcome) => {
  const kept = openKept(
    temporaryFolder(),
    () => 0,
    () => undefined,
  );
  const attempt = { hash: 'h', version: '0.2.0', from: '0.1.0', signedAt: 1, at: 1, installation, hasRun: false };
  kept.write({ ...kept.read(), attempt });
  noteHasRun(kept, '0.1.0', openedBy);
  closeAttempt(kept, '0.1.0', 2);
  expect(kept.read()).toMatchObject({ attempt: null, lastSignedAt: 0, last: { outcome } });
});

test('the installer of what runs already is deleted', async () => {
  const point = await pointWith({}, { version: '0.1.0' });
  const files = join(point.folder, 'files');
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, FILE.name), CONTENT);
  point.updater.kick();
  await vi.waitFor(() => expect(readdirSync(files)).toEqual([]), PATIENT);
  expect(point.updater.state()).toEqual({ kind: 'none' });
});

test('points begin spread over the minutes of the policy', async () => {
  const point = await pointWith({ random: () => 0.5 });
  await point.reaches('waiting', { waiting: { why: 'turn' } });
  point.clock.advance(29 * MINUTE);
  await point.reaches('waiting');
  expect(point.hub.asked).toEqual([]);
  point.clock.advance(MINUTE);
  await point.reaches('ready');
});

test('a build without a key, or that cannot replace itself, takes nothing and says so', async () => {
  const keyless = await pointWith({ key: null });
  await keyless.reaches('failed', { error: { code: 'update-keyless' } });
  const fixed = await pointWith({ running: { version: '0.1.0', platform: 'linux-x64', installation: null } });
  await fixed.reaches('failed', { error: { code: 'update-not-here' } });
  expect([...keyless.hub.asked, ...fixed.hub.asked]).toEqual([]);
});
