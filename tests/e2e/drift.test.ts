import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readinessReport } from '../../shared/protocol/console.ts';
import { fakeDevices, launchApp } from '../support/electron-app.ts';
import { makePicture } from '../support/media.ts';
import { pointCommand } from '../support/point-command.ts';
import { furnish, type Hub, MEETING_ID, POINT, startHub } from '../support/province.ts';
import { screenshot } from '../support/screenshot.ts';

const CHECK_TIMEOUT_MS = 60_000;
const BEFORE_AND_NOW = 'Trước đây camera cho hình 1280×720, nay 640×480.';
const DRIFT = [{ key: 'camera-resolution', before: '1280×720', after: '640×480' }];

/** One story: a camera that gave 1280×720 gives 640×480 the next time. */
describe('a camera that is not what it was', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-drift-'));
  const dataDir = join(workDir, 'point');
  let hub: Hub;
  let good: string;
  let small: string;

  beforeAll(async () => {
    mkdirSync(dataDir, { recursive: true });
    hub = await startHub(join(workDir, 'province'));
    const { code } = await furnish(hub, workDir);
    await pointCommand(['enrol', code, '--data', dataDir]);
    good = await makePicture('normal', workDir);
    small = await makePicture('normal', workDir, 3, '640x480');
  });
  afterAll(async () => {
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });

  /** The same camera, which Chromium names after its file, with another picture. */
  function cameraWith(picture: string): string[] {
    const camera = join(workDir, 'camera.mjpeg');
    copyFileSync(picture, camera);
    return fakeDevices({ camera });
  }

  const checkCamera = (picture: string, ...more: string[]) =>
    pointCommand(['check', '--data', dataDir, '--only', 'camera', ...more, ...cameraWith(picture)]);

  it('is compared with nothing the first time', async () => {
    const { stdout } = await checkCamera(good, '--json');
    expect(JSON.parse(stdout).checks).toMatchObject([{ id: 'camera', measurement: { width: 1280 }, drift: [] }]);
  });

  it('is said on the command line with the old and the new value, and known at the province', async () => {
    expect((await checkCamera(small)).stdout).toContain(BEFORE_AND_NOW);
    const report = readinessReport.parse(await hub.command('report', '--meeting', MEETING_ID, '--format', 'json'));
    const row = report.rows.find(({ point: { code } }) => code === POINT.code);
    expect(row?.checks.camera).toMatchObject({ verdict: 'warn', drift: DRIFT });
    expect(row?.checks.camera?.findings?.map(({ reason }) => reason)).toContain('low-resolution');
  });

  it('is on the card of a window opened later, until the camera is itself again', async () => {
    const window = await launchApp({ role: 'point', dataDir, switches: cameraWith(good) });
    const card = window.page.locator('[data-check=camera]');
    await card.getByText(BEFORE_AND_NOW).waitFor();
    await card.getByText('Độ phân giải thấp').waitFor();
    await screenshot(window.page, 'drift');
    await card.getByRole('button', { name: 'Đo lại' }).click();
    await window.page.getByText(/^Đã lưu kết quả lúc/).waitFor({ timeout: CHECK_TIMEOUT_MS });
    expect(await card.getByText('Trước đây').count()).toBe(0);
    await window.close();
    expect(window.consoleErrors).toEqual([]);
  });
});
