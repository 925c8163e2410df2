import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACHMENTS_FOLDER } from '../../electron/point/attachments/keep-attachment.ts';
import { openPointService } from '../../electron/point/point-service.ts';
import { verifyJournal } from '../../electron/point/verify-journal.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { DEPUTY, furnish, type Hub, issuePinCodes, LEADER, startHub } from '../support/province.ts';
import { screenshot } from '../support/screenshot.ts';
import { tellStory } from '../support/story.ts';

const PIN = '135135';

/** A meeting at a point whose line is down, in real Electron: one story, told in order. */
describe('a meeting without the hub', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-during-'));
  const pointDir = join(workDir, 'point');
  let hub: Hub;
  let point: RunningApp;
  let page: Page;
  const panel = () => page.locator('section:has(#during)');

  beforeAll(async () => {
    mkdirSync(pointDir);
    hub = await startHub(join(workDir, 'province'));
    const { code } = await furnish(hub, workDir);
    const opened = await openPointService({ dataDir: pointDir, appVersion: '0.0.0-test' });
    if (!opened.ok) throw new Error(opened.error.code);
    const pinCodes = await issuePinCodes(hub.command);
    const pins = [LEADER, DEPUTY].map(
      ({ id }) =>
        () =>
          opened.value.setPin(id, PIN, pinCodes.get(id)),
    );
    for (const step of [() => opened.value.enrol(code), ...pins]) {
      const done = await step();
      if (!done.ok) throw new Error(done.error.code);
    }
    await opened.value.close();
    await hub.stop();
    point = await launchApp({ role: 'point', dataDir: pointDir });
    page = point.page;
  });
  afterAll(async () => {
    await point?.close();
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });
  tellStory(() => ({ 'during-meeting-failed': page }));

  it('seats a substitute with a letter, whose picture is kept without its traces', async () => {
    await page.getByRole('button', { name: 'Lãnh đạo đăng nhập' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: DEPUTY.fullName }).click();
    await dialog.getByLabel('Giấy ủy quyền').check();
    await dialog.locator('summary').click();
    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 12]),
      Buffer.from('Exif\0\0GPS!'),
      Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
    ]);
    await dialog.locator('input[type=file]').setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    await dialog.getByText('Đã lưu tệp').waitFor();
    const [kept = ''] = readdirSync(join(pointDir, ATTACHMENTS_FOLDER));
    const bytes = readFileSync(join(pointDir, ATTACHMENTS_FOLDER, kept));
    expect(bytes.includes('GPS')).toBe(false);
    expect(createHash('sha256').update(bytes).digest('base64url')).toBe(kept);
    await dialog.getByLabel('Số văn bản').fill('15/GUQ-UBND');
    await dialog.getByLabel('Ngày văn bản').fill('30/01/2026');
    await dialog.getByLabel('Người ký').fill(LEADER.fullName);
    await dialog.getByLabel('Lý do').fill('Đi công tác');
    await dialog.getByLabel(/^Mã PIN/).fill(PIN);
    await page.keyboard.press('Enter');
    await page.getByText(/đã đăng nhập lúc/).waitFor();
    await page.keyboard.press('Escape');
    await panel()
      .getByText(/^Có mặt từ/)
      .waitFor();
  });

  it('records that the seat was left and taken again, and an incident', async () => {
    await panel().getByRole('button', { name: 'Rời vị trí' }).click();
    await panel()
      .getByText(/^Rời vị trí từ/)
      .waitFor();
    await panel().getByRole('button', { name: 'Đã trở lại' }).click();
    await panel()
      .getByText(/^Đã trở lại lúc/)
      .waitFor();
    await panel().getByRole('button', { name: 'Báo sự cố' }).click();
    await page.getByLabel('Diễn biến').fill('Mất kết nối tới tỉnh');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Mất kết nối tới tỉnh').waitFor();
    await screenshot(page, 'during-incident');
    await page.keyboard.press('Escape');
    await panel().getByRole('button', { name: 'Kết thúc' }).click();
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await panel()
      .getByText(/^Đã kết thúc lúc/)
      .waitFor();
    await screenshot(page, 'during-ended');
  });

  it('brings all of it to the province once the line is back', async () => {
    hub = await startHub(join(workDir, 'province'), Number(new URL(hub.url).port));
    await page.getByRole('button', { name: 'Đồng bộ ngay' }).click();
    await page.getByText('Đã gửi tới tỉnh').first().waitFor();
    const types: (string | undefined)[] = [];
    const audit = await verifyJournal(pointDir, ({ entry }) => types.push(entry?.event.type));
    if (!audit.ok) throw new Error(audit.error.code);
    expect(await hub.command('verify')).toMatchObject({ entries: audit.value.entries, faults: [] });
    const course = ['leader-signed-in', 'seat-left', 'seat-returned', 'incident-opened', 'ended'];
    expect(types.filter((type) => course.includes(type ?? ''))).toEqual(course);
    expect(point.consoleErrors).toEqual([]);
  });
});
