import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readinessReport } from '../../shared/protocol/console.ts';
import { type ConsolePage, openConsole } from '../support/console-page.ts';
import { fakeDevices, launchApp, type RunningApp } from '../support/electron-app.ts';
import { makePicture, makeSpeech } from '../support/media.ts';
import {
  DEPUTY,
  furnish,
  type Hub,
  issuePinCodes,
  LEADER,
  MEETING_ID,
  OPERATOR,
  POINT,
  startHub,
} from '../support/province.ts';
import { screenshot } from '../support/screenshot.ts';
import { tellStory } from '../support/story.ts';

const CHECK_TIMEOUT_MS = 60_000;

/** The whole main job, as its people do it: one story, told in order. */
describe('from an enrolment code to the province’s report', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-main-job-'));
  const pointDir = join(workDir, 'point');
  let hub: Hub;
  let issued: { code: string; token: string };
  let pinCodes: ReadonlyMap<string, string>;
  let point: RunningApp;
  let page: Page;
  let console: ConsolePage;

  const row = (name: string) => console.page.getByRole('row').filter({ hasText: name });

  beforeAll(async () => {
    mkdirSync(pointDir, { recursive: true });
    hub = await startHub(join(workDir, 'province'));
    issued = await furnish(hub, workDir);
    pinCodes = await issuePinCodes(hub.command);
    const [camera, microphone] = await Promise.all([makePicture('normal', workDir), makeSpeech(workDir)]);
    point = await launchApp({ role: 'point', dataDir: pointDir, switches: fakeDevices({ camera, microphone }) });
    page = point.page;
    console = await openConsole(hub.url);
  });
  afterAll(async () => {
    await console?.close();
    await point?.close();
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });

  tellStory(() => ({ 'main-job-failed': page, 'main-job-failed-console': console?.page }));

  it('refuses a wrong code in words, and takes the right one', async () => {
    await page.getByRole('textbox', { name: 'Mã ghi danh' }).fill('DC1.khong-phai-ma');
    await page.getByRole('button', { name: 'Ghi danh' }).click();
    await page.getByText('Mã ghi danh không đúng').waitFor();
    await screenshot(page, 'enrolment');
    await page.getByRole('textbox', { name: 'Mã ghi danh' }).fill(issued.code);
    await page.getByRole('button', { name: 'Ghi danh' }).click();
    await page.getByRole('heading', { name: POINT.name }).waitFor();
    await screenshot(page, 'choose-devices');
    await page.getByRole('button', { name: 'Để sau, vào màn hình chính' }).click();
    await page.getByText('Họp giao ban trực tuyến').waitFor();
  });

  it('shows the province that nothing is known yet, not that something is wrong', async () => {
    await console.signIn(OPERATOR.username, OPERATOR.password);
    const meeting = console.page.getByText('Họp giao ban trực tuyến').first();
    await meeting.waitFor();
    await screenshot(console.page, 'console-meetings');
    await meeting.click();
    await console.page.getByRole('gridcell', { name: POINT.name }).first().waitFor();
    await console.page.getByRole('link', { name: 'Chi tiết' }).click();
    await row(POINT.name).getByText('Chưa có dữ liệu').first().waitFor();
  });

  it('checks everything at one press', async () => {
    await page.getByRole('button', { name: 'Kiểm tra tất cả' }).click();
    await page.getByText(/^Đã lưu kết quả lúc/).waitFor({ timeout: CHECK_TIMEOUT_MS });
    await page.getByText('Đã gửi tới tỉnh').first().waitFor();
    await screenshot(page, 'point-checked');
  });

  it('signs the designated leader in', async () => {
    await page.getByRole('button', { name: 'Lãnh đạo đăng nhập' }).click();
    await page.getByRole('button', { name: LEADER.fullName }).click();
    await page.getByText('Đúng người được chỉ định').waitFor();
    await screenshot(page, 'sign-in');
    await page.getByLabel(/^Mã của tỉnh/).fill(pinCodes.get(LEADER.id) ?? '');
    await page.getByLabel(/^Mã PIN mới/).fill('135135');
    await page.getByLabel('Nhập lại mã PIN').fill('135135');
    await page.getByRole('button', { name: 'Đăng nhập dự họp' }).click();
    await page.getByText(/đã đăng nhập lúc/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Đúng thành phần').waitFor();
  });

  it('takes the answers of the checklist', async () => {
    for (const answer of await page.getByRole('listitem').getByRole('button', { name: 'Có', exact: true }).all())
      await answer.click();
    await page.getByText(/Bắt buộc.*11\/11/).waitFor();
    await page.getByText('Đã gửi tới tỉnh').first().waitFor();
  });

  it('appears at the province by itself', async () => {
    await row(POINT.name).getByText(LEADER.fullName).waitFor();
    await row(POINT.name).getByText('Chưa sẵn sàng').first().waitFor();
    await row('Phường Quy Nhơn').last().getByText('Chưa có dữ liệu').first().waitFor();
    await screenshot(console.page, 'console-readiness');
  });

  it('is pulled as a report over HTTP with a token, and from the command line, in the same numbers', async () => {
    const ask = (format: string, token = issued.token) =>
      fetch(`${hub.url}/api/reports/readiness?meeting=${MEETING_ID}&format=${format}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await ask('json', 'not-a-token')).status).toBe(401);
    const report = readinessReport.parse(await (await ask('json')).json());
    const mine = report.rows.find(({ point: { code } }) => code === POINT.code);
    expect(
      Object.fromEntries(Object.entries(mine?.checks ?? {}).map(([id, check]) => [id, check?.verdict])),
    ).toMatchObject({
      microphone: 'pass',
      link: 'pass',
      'screen-share': 'pass',
    });
    // A machine too slow for all of it at once says that it is the machine; the camera is never blamed.
    expect(['ok', 'computer-busy']).toContain(mine?.checks.camera?.reason);
    expect(mine).toMatchObject({
      state: 'not-ready',
      manual: { required: 11, answered: 11, no: [] },
      leader: { fullName: LEADER.fullName, composition: 'right' },
    });
    expect(report.rows.find(({ point: { code } }) => code !== POINT.code)).toMatchObject({
      state: 'no-data',
      leader: null,
    });
    const csv = await (await ask('csv')).text();
    expect(csv).toContain(LEADER.fullName);
    expect(csv.split('\n').filter((line) => line.startsWith(POINT.code))).toHaveLength(1);
    const fromCommand = readinessReport.parse(await hub.command('report', '--meeting', MEETING_ID, '--format', 'json'));
    expect(fromCommand.rows).toEqual(report.rows);
  });

  it('changes the language without losing anything', async () => {
    await page.getByText('EN', { exact: true }).click();
    await page.getByRole('button', { name: 'Check everything' }).waitFor();
    await screenshot(page, 'point-checked-en');
    await page.getByText('VI', { exact: true }).click();
    await page.getByRole('button', { name: 'Kiểm tra tất cả' }).waitFor();
  });

  it('lets the deputy sit in only with the document that says so', async () => {
    await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
    await page.getByRole('button', { name: DEPUTY.fullName }).click();
    await page.getByText(/Không phải người được chỉ định/).waitFor();
    await page.getByLabel(/^Mã của tỉnh/).fill(pinCodes.get(DEPUTY.id) ?? '');
    await page.getByLabel(/^Mã PIN mới/).fill('246246');
    await page.getByLabel('Nhập lại mã PIN').fill('246246');
    await page.getByRole('button', { name: 'Đăng nhập dự họp' }).click();
    expect(await page.getByText('Không được để trống.').count()).toBe(3);
    await page.getByLabel('Giấy ủy quyền').check();
    await page.getByLabel('Số văn bản').fill('15/GUQ-UBND');
    await page.getByLabel('Ngày văn bản').fill('30/01/2026');
    await page.getByLabel('Người ký').fill(LEADER.fullName);
    await page.getByLabel('Lý do').fill('Đi công tác');
    await screenshot(page, 'sign-in-substitute');
    await page.getByRole('button', { name: 'Đăng nhập dự họp' }).click();
    await page.getByText(/đã đăng nhập lúc/).waitFor();
    await row(POINT.name).getByText(DEPUTY.fullName).waitFor();
    await row(POINT.name).getByText('chờ duyệt').first().waitFor();
  });

  it('leaves nothing in the windows’ consoles', () => {
    expect(point.consoleErrors).toEqual([]);
    expect(console.errors).toEqual([]);
  });
});
