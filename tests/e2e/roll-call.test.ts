import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPointService } from '../../electron/point/point-service.ts';
import { type ConsolePage, openConsole } from '../support/console-page.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { pdfCode } from '../support/pdf-code.ts';
import { pdfText } from '../support/pdf-text.ts';
import { DEPUTY, furnish, type Hub, issuePinCodes, LEADER, MEETING_ID, POINT, startHub } from '../support/province.ts';
import { screenshot } from '../support/screenshot.ts';
import { tellStory } from '../support/story.ts';

const PIN = '135135';
const OFFICE = { username: 'van-phong', password: 'mat-khau-thu-nghiem' };

/** A substitute at the point, the Office at the console, and what passes between them: one story, told in order. */
describe('the roll call, from the seat to the conclusion', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-roll-call-'));
  const pointDir = join(workDir, 'point');
  let hub: Hub;
  let point: RunningApp;
  let page: Page;
  let console: ConsolePage;
  const row = (code: string) => console.page.locator(`tr[data-point="${code}"]`);
  const dialog = () => console.page.getByRole('dialog');

  beforeAll(async () => {
    mkdirSync(pointDir);
    hub = await startHub(join(workDir, 'province'));
    const { code } = await furnish(hub, workDir);
    await hub.command(
      'accounts',
      'add',
      '--role',
      'office',
      ...Object.entries(OFFICE).flatMap(([k, v]) => [`--${k}`, v]),
    );
    await seatDeputy(pointDir, code, (await issuePinCodes(hub.command)).get(DEPUTY.id) ?? '');
    point = await launchApp({ role: 'point', dataDir: pointDir });
    page = point.page;
    console = await openConsole(hub.url);
    await console.signIn(OFFICE.username, OFFICE.password);
    await console.page.getByText('Họp giao ban trực tuyến').click();
    await console.page.getByRole('link', { name: 'Điểm danh' }).click();
  });
  afterAll(async () => {
    await console?.close();
    await point?.close();
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });
  tellStory(() => ({ 'roll-call-failed': page, 'roll-call-failed-console': console?.page }));

  it('shows who sits there by which letter, and of the silent point nothing', async () => {
    await row(POINT.code).getByText(DEPUTY.fullName).waitFor();
    await row(POINT.code).getByText('Dự thay theo ủy quyền, chờ duyệt').waitFor();
    await row(POINT.code).getByText('Có mặt').waitFor();
    await row('21583').getByText('Chưa có dữ liệu').first().waitFor();
    expect(await row('21583').textContent()).not.toMatch(/vắng/i);
    await screenshot(console.page, 'roll-call');
  });

  it('writes down the chair’s approval', async () => {
    await row(POINT.code).getByRole('button').click();
    await rule('Chủ trì đồng ý người dự thay', { 'Người duyệt': 'Chủ tịch UBND tỉnh' });
    await row(POINT.code).getByText('Ủy quyền hợp lệ').waitFor();
  });

  it('asks for an explanation, which the point reads and answers in its window', async () => {
    await rule('Không đúng như đăng nhập', { 'Lý do, căn cứ': 'Không thấy trên màn hình' });
    await rule('Yêu cầu giải trình', { 'Lý do, căn cứ': 'Ai ngồi dự họp lúc điểm danh?' });
    await page.getByRole('button', { name: 'Đồng bộ ngay' }).click();
    await page.getByRole('button', { name: 'Giải trình (1)' }).click();
    await page.getByText('Ai ngồi dự họp lúc điểm danh?').waitFor();
    await page.getByLabel('Nội dung giải trình').fill('Đại biểu ra ngoài nhận tài liệu, có mặt lại ngay.');
    await page.getByLabel('Người giải trình').fill(DEPUTY.fullName);
    await screenshot(page, 'explanation');
    await page.getByRole('button', { name: 'Gửi giải trình' }).click();
    await page.getByText('Không còn yêu cầu nào chưa trả lời.').waitFor();
    await dialog().getByText('Đại biểu ra ngoài nhận tài liệu').waitFor();
    await row(POINT.code).getByText('Đã giải trình').waitFor();
  });

  it('concludes, and keeps the whole course with both clocks and everyone’s name', async () => {
    await rule('Kết luận vụ việc', { 'Lý do, căn cứ': 'Chấp nhận giải trình' });
    await row(POINT.code).getByText('Đã kết luận').waitFor();
    await screenshot(console.page, 'roll-call-course');
    expect(await dialog().getByRole('listitem').count()).toBe(6);
    expect(await dialog().textContent()).toContain(OFFICE.username);
    expect(console.errors).toEqual([]);
    expect(point.consoleErrors).toEqual([]);
  });

  it('gives the point a record whose printed code the console finds to be just what the province holds', async () => {
    const file = join(workDir, 'bien-ban.pdf');
    // The system's own windows cannot be clicked from here.
    await point.app.evaluate(({ dialog, shell }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      shell.openPath = async () => '';
    }, file);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Diễn biến' }).click();
    await page.getByRole('button', { name: 'Lưu biên bản (PDF)' }).click();
    await page.getByText('Đã lưu biên bản').waitFor();
    await screenshot(page, 'minutes-saved');
    const pdf = readFileSync(file);
    expect(pdfText(pdf)).toContain(DEPUTY.fullName);
    await console.page.goto(pdfCode(pdf) ?? 'about:blank');
    await console.page.getByRole('heading', { name: /^Khớp: tỉnh giữ đúng \d+ bản ghi này/ }).waitFor();
    await screenshot(console.page, 'minutes-check');
  });

  async function rule(name: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await dialog().getByLabel('Kết luận của tỉnh').selectOption({ label: name });
    for (const [label, text] of Object.entries(fields)) await dialog().getByLabel(label).fill(text);
    await dialog().getByRole('button', { name: 'Ghi vào hồ sơ' }).click();
    await dialog().getByText('Đã ghi vào hồ sơ.').waitFor();
  }
});

/** Enrols the point, and signs the deputy in by a letter of authorisation. */
async function seatDeputy(dataDir: string, code: string, pinCode: string): Promise<void> {
  const opened = await openPointService({ dataDir, appVersion: '0.0.0-test' });
  if (!opened.ok) throw new Error(opened.error.code);
  const service = opened.value;
  const letter = {
    basis: 'authorisation' as const,
    documentNumber: '15/GUQ-UBND',
    signer: LEADER.fullName,
    reason: 'Đi công tác',
  };
  const steps = [
    () => service.enrol(code),
    () => service.setPin(DEPUTY.id, PIN, pinCode),
    () =>
      service.signIn({
        meetingId: MEETING_ID,
        personId: DEPUTY.id,
        pin: PIN,
        substitution: letter,
      }),
    () => service.syncNow(),
  ];
  for (const step of steps) {
    const done = await step();
    if (!done.ok) throw new Error(done.error.code);
  }
  await service.close();
}
