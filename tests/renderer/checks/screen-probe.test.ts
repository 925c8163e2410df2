import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const sentFrame = z.object({ bytes: z.number(), contrast: z.number() });
const seen = z.object({
  measurement: z.object({
    strokeContrast: z.number(),
    sentText: z.object({ bitrateMbps: z.number(), frames: z.array(sentFrame) }),
  }),
});
const WHOLE_SCREEN = '--auto-select-desktop-capture-source=Entire screen';
const FULL_SCREEN = ['--window-position=0,0', '--window-size=1366,768'];
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

// Tried again: a machine too busy to send a page in half a second says nothing instead.
describe('a screen full of small text, sent as a meeting would', { timeout: TIMEOUT_MS, retry: 2 }, () => {
  test('at the bitrate of the policy it can be read', async () => {
    const report = await runWith([WHOLE_SCREEN, ...FULL_SCREEN], {}, fillWithText);
    const { strokeContrast, sentText } = seen.parse(report.outcome).measurement;
    expect(strokeContrast).toBeGreaterThan(0.9);
    expect(sentText.frames.at(-1)?.contrast).toBeGreaterThan(limits.warnBelowStrokeContrast);
    expect(judged(screenShare, report, limits)).toMatchObject({ verdict: 'pass' });
  });

  test('starved of bits, nobody can read it in time, and that is said', async () => {
    const report = await runWith([WHOLE_SCREEN, ...FULL_SCREEN], { textBitrateMbps: 0.1 }, fillWithText);
    expect(judged(screenShare, report, limits)).toMatchObject({ verdict: 'warn', reason: 'text-late' });
  });
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

async function runWith(
  switches: readonly string[],
  options: PageOptions = {},
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<PageReport> {
  const inPage = async (browser: Browser): Promise<PageReport> => {
    const page = await openProbePage(browser, served);
    await prepare(page);
    return run(page, 'screen-share', options);
  };
  return withBrowser(switches, inPage, { env: display.env, headed: true });
}

/** A slide as officials write them: as many letters as fit. */
function fillWithText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const text = document.createElement('p');
    text.textContent = 'Báo cáo tình hình thực hiện nhiệm vụ sáu tháng đầu năm của các xã, phường, thị trấn. '.repeat(
      150,
    );
    document.body.append(text);
  });
}
