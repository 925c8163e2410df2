import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { camera } from '../../../shared/checks/camera/check.ts';
import { encoder } from '../../../shared/checks/encoder/check.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { fakeDevices } from '../../support/electron-app.ts';
import { makePicture, type PictureKind } from '../../support/media.ts';
import { openProbePage, type ProbePage, serveProbePage, withBrowser } from './support/chromium.ts';
import type { PageOptions, PageReport } from './support/probe-page.ts';
import { judged, run } from './support/run.ts';

/** Whether this machine, busy with other tests, keeps 24 frames a second is not the question here. */
const cameraLimits = { ...DEFAULT_POLICY.checks.camera, warnBelowFps: 5, warnBelowFpsWorstSecond: 0 };
const encoderLimits = { ...DEFAULT_POLICY.checks.encoder, warnBelowShare: 0.1, failBelowShare: 0.05 };
const TIMEOUT_MS = 60_000;

let dir: string;
let served: ProbePage;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diem-cau-probes-'));
  served = await serveProbePage(join(dir, 'page'));
}, TIMEOUT_MS);

afterAll(async () => {
  await served?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('with a camera', { timeout: TIMEOUT_MS }, () => {
  test.each<[PictureKind, string]>([
    ['normal', 'ok'],
    ['pure-black', 'black'],
    ['black', 'black'],
    ['frozen', 'frozen'],
    ['overexposed', 'over-exposed'],
    ['covered', 'flat'],
    ['blurred', 'blurred'],
  ])('that shows a %s picture: %s', async (kind, reason) => {
    const report = await runWith(fakeDevices({ camera: await makePicture(kind, dir) }), 'camera');
    expect(judged(camera, report, cameraLimits).reason).toBe(reason);
    expect(report).toMatchObject({ leftOpen: [], progress: 1, live: { picture: 1 } });
  });

  test('the chosen one is not there: says so, not that there is none', async () => {
    const devices = { camera: { id: 'gone', label: 'Old camera' } };
    const report = await runWith(fakeDevices(), 'camera', { devices });
    expect(judged(camera, report, cameraLimits).reason).toBe('chosen-missing');
  });

  test('cancelled half way: everything is closed', async () => {
    const report = await runWith(fakeDevices(), 'camera', { cancelAt: 'picture' });
    expect(report).toMatchObject({ outcome: null, rejected: 'cancelled', leftOpen: [] });
  });

  test('its picture is encoded at the size of a meeting', async () => {
    const report = await runWith(fakeDevices({ camera: await makePicture('normal', dir) }), 'encoder');
    expect(judged(encoder, report, encoderLimits).reason).toBe('ok');
    expect(report.outcome).toMatchObject({ measurement: { source: 'camera', width: 1280, height: 720 } });
    expect(report.leftOpen).toEqual([]);
  });
});

describe('without a usable camera', { timeout: TIMEOUT_MS }, () => {
  const noCamera = ['--use-fake-device-for-media-stream=device-count=0'];

  test('none connected, and not allowed, are different reasons', async () => {
    const none = await runWith(noCamera, 'camera');
    expect(judged(camera, none, cameraLimits).reason).toBe('not-found');
    const forbidden = await runWith(['--use-fake-device-for-media-stream'], 'camera', { permissions: [] });
    expect(judged(camera, forbidden, cameraLimits).reason).toBe('denied');
    expect([...none.leftOpen, ...forbidden.leftOpen]).toEqual([]);
  });

  test('the encoder is measured on a drawn picture, and says so', async () => {
    const report = await runWith(noCamera, 'encoder');
    expect(judged(encoder, report, encoderLimits).reason).toBe('ok');
    expect(report.outcome).toMatchObject({ measurement: { source: 'drawn' } });
  });
});

/** Runs one probe in a browser of its own: fake devices are set when it starts. */
function runWith(
  switches: readonly string[],
  id: 'camera' | 'encoder',
  { permissions, ...options }: PageOptions & { readonly permissions?: readonly string[] } = {},
): Promise<PageReport> {
  return withBrowser(switches, async (browser) => run(await openProbePage(browser, served, permissions), id, options));
}
