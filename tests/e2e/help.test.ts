import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPointService, type PointService } from '../../electron/point/point-service.ts';
import { type ConsolePage, openConsole } from '../support/console-page.ts';
import { fakeDevices, launchApp, type RunningApp } from '../support/electron-app.ts';
import { makePicture } from '../support/media.ts';
import { furnish, type Hub, MEETING_ID, OPERATOR, POINT, startHub } from '../support/province.ts';
import { screenshot } from '../support/screenshot.ts';

const MEASURED_MS = 60_000;

/** A real hub, the console in a real browser, and a point as it runs, from the call to the answer: one story, told in order. */
describe('help at a distance', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-help-'));
  let hub: Hub;
  let console: ConsolePage;
  let point: PointService;
  let app: RunningApp | undefined;
  let stopPoint = async (): Promise<void> => undefined;

  beforeAll(async () => {
    hub = await startHub(join(workDir, 'province'));
    const { code } = await furnish(hub, workDir);
    const opened = await openPointService({ dataDir: join(workDir, 'point'), appVersion: '7.7.7' });
    if (!opened.ok) throw new Error(opened.error.code);
    point = opened.value;
    expect((await point.enrol(code)).ok).toBe(true);
    const stop = point.start();
    stopPoint = async () => {
      stopPoint = async () => undefined;
      stop();
      await point.close();
    };
    console = await openConsole(hub.url);
    await console.signIn(OPERATOR.username, OPERATOR.password);
    await console.page.getByText('Họp giao ban trực tuyến').first().click();
  });

  afterAll(async () => {
    await console?.close();
    await app?.close();
    await stopPoint();
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });

  const tile = () => console.page.locator(`[data-point="${POINT.code}"]`);

  it('shows that a check runs at the point while it does', async () => {
    await tile().waitFor();
    point.setRunning({ meetingId: MEETING_ID, checks: ['camera'] });
    await tile().getByText('Đang kiểm tra').waitFor();
    point.setRunning({ meetingId: null, checks: [] });
    await tile().getByText('Chưa bắt đầu').waitFor();
  });

  it('brings a request to the point at once, and its answers back to the console', async () => {
    const { page } = console;
    await tile().click();
    await page.getByText('7.7.7').waitFor();
    await page.getByRole('button', { name: 'Đề nghị đo lại: Micro' }).click();
    await expect.poll(() => point.state().asks?.map(({ check }) => check)).toEqual(['microphone']);
    await page.getByText('Đang hiện ở điểm cầu').waitFor();
    const id = point.state().asks?.[0]?.id ?? '';
    expect((await point.answerHelp(id, 'accepted')).ok).toBe(true);
    await page.getByText('Đồng ý, đang đo lại').waitFor();
    expect((await point.answerHelp(id, 'done')).ok).toBe(true);
    await page.getByText('Đã đo lại').waitFor();
    expect(point.state().asks).toEqual([]);
  });

  it('lets the technician accept in the window, and brings what was measured to the wall', async () => {
    await stopPoint();
    const camera = await makePicture('normal', workDir);
    app = await launchApp({
      role: 'point',
      dataDir: join(workDir, 'point'),
      switches: fakeDevices({ camera }),
    });
    const { page } = console;
    const line = page.getByRole('dialog').locator('[data-check=camera]');
    await page.getByRole('button', { name: 'Đề nghị đo lại: Camera' }).click();
    const banner = app.page.getByRole('region', { name: 'Đề nghị của tỉnh' });
    await banner.getByText('Tỉnh đề nghị đo lại: Camera.').waitFor();
    await screenshot(app.page, 'asked-by-the-province');
    await banner.getByRole('button', { name: 'Đo lại ngay' }).click();
    await line.getByText('Đã đo lại').waitFor({ timeout: MEASURED_MS });
    await line.getByText('Đạt', { exact: true }).waitFor();
    await screenshot(page, 'answered-at-the-wall');
    expect(app.consoleErrors).toEqual([]);
    expect(console.errors).toEqual([]);
  });
});
