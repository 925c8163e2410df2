import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPointService } from '../../electron/point/point-service.ts';
import { root } from '../../scripts/lib/paths.mjs';
import type { CountedSignIn } from '../bench/benches/people/counted-sign-in.ts';
import { axeFindings } from '../renderer/support/browser.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { furnish, type Hub, issuePinCodes, LEADER, startHub } from '../support/province.ts';
import { screenshot } from '../support/screenshot.ts';

const PIN = '135135';
const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-keys-'));
const pointDir = join(workDir, 'point');
let hub: Hub;
let point: RunningApp | undefined;

beforeAll(async () => {
  mkdirSync(pointDir);
  hub = await startHub(join(workDir, 'province'));
  const { code } = await furnish(hub, workDir);
  const opened = await openPointService({ dataDir: pointDir, appVersion: '0.0.0-test' });
  if (!opened.ok) throw new Error(opened.error.code);
  const pinCodes = await issuePinCodes(hub.command);
  for (const done of [
    await opened.value.enrol(code),
    await opened.value.setPin(LEADER.id, PIN, pinCodes.get(LEADER.id)),
  ])
    if (!done.ok) throw new Error(done.error.code);
  await opened.value.close();
});
afterAll(async () => {
  await point?.close();
  await hub?.stop();
  rmSync(workDir, { recursive: true, force: true });
});

/** Presses and counts; every digit is a key of its own. */
function keyboard(page: Page) {
  let pressed = 0;
  return {
    pressed: () => pressed,
    async press(...keys: readonly string[]) {
      for (const key of keys) {
        pressed += 1;
        await page.keyboard.press(key);
      }
    },
  };
}

it('takes from opening the app to a signed-in leader at most 8 keys, and notes the seconds', async () => {
  const startedAt = performance.now();
  point = await launchApp({ role: 'point', dataDir: pointDir });
  const { page } = point;
  await page.getByText('Họp giao ban trực tuyến').waitFor();
  const keys = keyboard(page);
  await keys.press('F2');
  await page.locator('input[type=password]:focus').waitFor();
  await keys.press(...PIN, 'Enter');
  await page.getByText(/đã đăng nhập lúc/).waitFor();
  const seconds = (performance.now() - startedAt) / 1000;
  const keyActions = keys.pressed();

  // The way is walked once more for axe, whose time is not the leader's.
  const findings = [...(await axeFindings(page))];
  await screenshot(page, 'keyboard-sign-in-result');
  await page.keyboard.press('Escape');
  findings.push(...(await axeFindings(page)));
  await page.keyboard.press('F2');
  await page.locator('input[type=password]:focus').waitFor();
  findings.push(...(await axeFindings(page)));
  await screenshot(page, 'keyboard-sign-in-pin');

  const counted: CountedSignIn = { keyActions, seconds, axeFindings: findings.length };
  mkdirSync(join(root, 'test-output'), { recursive: true });
  writeFileSync(join(root, 'test-output', 'sign-in.json'), JSON.stringify(counted));
  expect(findings).toEqual([]);
  expect(keyActions).toBeLessThanOrEqual(8);
  expect(point.consoleErrors).toEqual([]);
});
