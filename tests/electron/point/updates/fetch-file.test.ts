import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FetchDeps, fetchFile } from '../../../../electron/point/updates/fetch-file.ts';
import { temporaryFolder } from '../folder.ts';
import { fileOf } from './signing.ts';
import { pinsOf, startUpdateHub } from './update-hub.ts';

const CONTENT = randomBytes(3_000_000);
const FILE = fileOf('diem-cau-0.2.0.tar.gz', CONTENT);

async function world(content = CONTENT) {
  const hub = await startUpdateHub();
  hub.files.set(FILE.name, content);
  const folder = temporaryFolder();
  const seen: number[] = [];
  const deps: FetchDeps = {
    url: hub.url,
    pins: pinsOf(hub.pin),
    folder,
    signal: new AbortController().signal,
    onProgress: (fraction) => seen.push(fraction),
  };
  return { hub, folder, deps, seen, target: join(folder, FILE.name) };
}

test('is fetched whole over the pinned connection, with its progress', async () => {
  const { deps, target, seen } = await world();
  expect(await fetchFile(FILE, deps)).toEqual({ ok: true, value: target });
  expect(readFileSync(target).equals(CONTENT)).toBe(true);
  expect([seen.every((one, at) => at === 0 || one >= (seen[at - 1] ?? 0)), seen.at(-1)]).toEqual([true, 1]);
});

test('is not fetched again when it is there, and is when it was changed there', async () => {
  const { hub, deps, target } = await world();
  await fetchFile(FILE, deps);
  expect([(await fetchFile(FILE, deps)).ok, hub.asked.length]).toEqual([true, 1]);
  writeFileSync(target, 'something else');
  expect([(await fetchFile(FILE, deps)).ok, hub.asked.length]).toEqual([true, 2]);
  expect(readFileSync(target).equals(CONTENT)).toBe(true);
});

test('goes on where the line broke', async () => {
  const { hub, deps, target } = await world();
  hub.breakAfter = 1_000_000;
  expect(await fetchFile(FILE, deps)).toMatchObject({ ok: false, error: { code: 'hub-unreachable' } });
  hub.breakAfter = Number.POSITIVE_INFINITY;
  expect((await fetchFile(FILE, deps)).ok).toBe(true);
  const from = Number(/bytes=(\d+)-/.exec(hub.asked[1] ?? '')?.[1]);
  expect(from).toBeGreaterThan(0);
  expect(readFileSync(target).equals(CONTENT)).toBe(true);
});

const changed = Buffer.from(CONTENT);
changed[1_500_000] = (changed[1_500_000] ?? 0) ^ 1;

test.each([
  ['one bit is another', changed],
  ['it is longer', Buffer.concat([CONTENT, Buffer.from('x')])],
  ['it is shorter', CONTENT.subarray(0, -1)],
])('what is not as signed is not kept: %s', async (_name, content) => {
  const { deps, target } = await world(content);
  expect(await fetchFile(FILE, deps)).toMatchObject({ ok: false, error: { code: 'update-changed' } });
  expect([existsSync(target), existsSync(`${target}.part`)]).toEqual([false, false]);
});

test('nothing is fetched from behind another certificate', async () => {
  const { hub, deps, target } = await world();
  const outcome = await fetchFile(FILE, { ...deps, pins: pinsOf('A'.repeat(43)) });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'hub-wrong-certificate' } });
  expect([hub.asked.length, existsSync(target)]).toEqual([0, false]);
});

test('a hub without the file is said to be one', async () => {
  const { hub, deps } = await world();
  hub.files.clear();
  expect(await fetchFile(FILE, deps)).toMatchObject({ ok: false, error: { code: 'update-not-at-hub' } });
});

test('is ended by the signal and goes on later', async () => {
  const { hub, deps } = await world();
  const ended = new AbortController();
  const outcome = await fetchFile(FILE, { ...deps, signal: ended.signal, onProgress: () => ended.abort() });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect((await fetchFile(FILE, deps)).ok).toBe(true);
  expect(hub.asked.length).toBe(2);
});
