import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openDisplay } from '../../../scripts/lib/display.mjs';
import { screenShare } from '../../../shared/checks/screen-share/check.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { openProbePage, type ProbePage, serveProbePage, withBrowser } from './support/chromium.ts';
import type { PageOptions, PageReport } from './support/probe-page.ts';
import { judged, run } from './support/run.ts';

/** How fast this busy machine captures is not the question here. */
const limits = { ...DEFAULT_POLICY.checks['screen-share'], warnBelowFps: 1 };
const TIMEOUT_MS = 60_000;
const seen = z.object({
  measurement: z.object({ strokeContrast: z.number() }),
});
const WHOLE_SCREEN = '--auto-select-desktop-capture-source=Entire screen';
const ON_TOP = ['--window-position=0,0', '--window-size=1000,600'];

let dir: string;
let served: ProbePage;
let display: Awaited<ReturnType<typeof openDisplay>>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diem-cau-probes-'));
  [served, display] = await Promise.all([serveProbePage(join(dir, 'page')), openDisplay({ force: true })]);
}, TIMEOUT_MS);

afterAll(async () => {
  await served?.stop();
  await display?.stop();
  await rm(dir, { recursive: true, force: true });
});

test('the real screen is captured and our marker is found on it', { timeout: TIMEOUT_MS }, async () => {
  const report = await runWith([WHOLE_SCREEN, ...ON_TOP]);
  expect(judged(screenShare, report, limits)).toMatchObject({ verdict: 'pass', values: { width: 1366, height: 768 } });
  expect(report).toMatchObject({ leftOpen: [], live: { picture: 1 } });
  expect(seen.parse(report.outcome).measurement.strokeContrast).toBeGreaterThan(0.9);
});

test('a window out of sight: captured, but the marker is not found', { timeout: TIMEOUT_MS }, async () => {
  const report = await runWith([WHOLE_SCREEN, '--window-position=0,700', '--window-size=1000,600']);
  const { findings } = judged(screenShare, report, limits);
  expect(findings.map(({ reason }) => reason)).toContain('pattern-not-found');
});

test('refused', { timeout: TIMEOUT_MS }, async () => {
  const report = await runWith(['--use-fake-ui-for-media-stream=deny', ...ON_TOP]);
  expect(judged(screenShare, report, limits)).toMatchObject({ verdict: 'fail', reason: 'denied' });
  expect(report.leftOpen).toEqual([]);
});

test('cancelled half way: the capture has ended', { timeout: TIMEOUT_MS }, async () => {
  const report = await runWith([WHOLE_SCREEN, ...ON_TOP], { cancelAt: 'picture' });
  expect(report).toMatchObject({ rejected: 'cancelled', leftOpen: [] });
});

function runWith(switches: readonly string[], options: PageOptions = {}): Promise<PageReport> {
  return withBrowser(switches, async (browser) => run(await openProbePage(browser, served), 'screen-share', options), {
    env: display.env,
    headed: true,
  });
}
