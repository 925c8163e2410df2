import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHECK_WORDS } from '../../shared/checks/all-words.ts';
import { fakeDevices, launchApp, type RunningApp } from '../support/electron-app.ts';
import { pointCommand } from '../support/point-command.ts';
import { furnish, type Hub, startHub } from '../support/province.ts';
import { screenshot } from '../support/screenshot.ts';

const camera = CHECK_WORDS.camera.vi.problems;
const link = CHECK_WORDS.link.vi.problems;

/** Three things that look alike to a technician ("it does not work") and need three different hands. */
describe('no camera, a refused camera, a hub that is gone', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-failures-'));
  const dataDir = join(workDir, 'point');
  let hub: Hub;
  let point: RunningApp;

  beforeAll(async () => {
    hub = await startHub(join(workDir, 'province'));
    const { code } = await furnish(hub, workDir);
    expect(await pointCommand(['enrol', code, '--data', dataDir])).toMatchObject({ exitCode: 0 });
    expect(await pointCommand(['sync', '--data', dataDir])).toMatchObject({ exitCode: 0 });
  });
  afterEach(() => point.close());
  afterAll(async () => {
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });

  async function measure(page: Page, name: 'Camera' | 'Đường truyền', verdict: string) {
    const card = page.getByRole('article', { name });
    await card.getByRole('button', { name: /^Đo/ }).click();
    await card.getByText(verdict, { exact: true }).waitFor({ timeout: 40_000 });
    return card;
  }

  it('no camera: fail, look at the cable', async () => {
    point = await launchApp({ role: 'point', dataDir });
    const card = await measure(point.page, 'Camera', 'Không đạt');
    expect(await card.textContent()).toContain(camera['not-found']?.says);
    expect(await card.textContent()).toContain(camera['not-found']?.do);
  });

  it('permission refused: fail, open the privacy setting', async () => {
    point = await launchApp({ role: 'point', dataDir, switches: fakeDevices() });
    await point.app.evaluate(({ session }) => {
      session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
      session.defaultSession.setPermissionCheckHandler(() => false);
    });
    const card = await measure(point.page, 'Camera', 'Không đạt');
    expect(await card.textContent()).toContain(camera.denied?.says);
    expect(await card.textContent()).toContain(camera.denied?.do);
    await screenshot(point.page, 'camera-denied');
  });

  it('a dead hub: could not measure, which is no fault of the point', async () => {
    await hub.kill();
    point = await launchApp({ role: 'point', dataDir });
    const card = await measure(point.page, 'Đường truyền', 'Không đo được');
    expect(await card.textContent()).toContain(link['hub-unreachable']?.do);
    await screenshot(point.page, 'hub-unreachable');
  });

  it('tells them apart in words and in remedies', () => {
    const remedies = [camera['not-found']?.do, camera.denied?.do, link['hub-unreachable']?.do];
    expect(new Set(remedies).size).toBe(3);
  });
});
