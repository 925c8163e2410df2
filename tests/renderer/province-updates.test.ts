import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fileOf, makeSigner } from '../electron/point/updates/signing.ts';
import { onSqlite } from '../electron/province/databases.ts';
import { makeHub, OTHER_POINT, PASSWORD, type TestHub } from '../electron/province/hub.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { type Pages, servePages } from './support/pages.ts';
import { throughHub } from './support/real-hub.ts';

vi.setConfig({ testTimeout: 120_000 });

const openNew = onSqlite();
let pages: Pages;
let browser: Browser;
let hub: TestHub | null = null;

beforeAll(async () => {
  pages = await servePages((request, response) => throughHub(hub, request, response));
  browser = await openBrowser();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

const INSTALLER = Buffer.from('an installer');
const FILE = fileOf('diem-cau-0.2.0-linux-x64.tar.gz', INSTALLER);
const ABSENT = fileOf('diem-cau-0.2.0-win-x64.exe', Buffer.from('x'), { installation: 'nsis', platform: 'win32-x64' });
const WORDS = {
  vi: {
    upload: 'Tải lên',
    toAll: 'Gửi cho mọi điểm cầu',
    stop: 'Dừng gửi',
    all: 'Đang gửi cho mọi điểm cầu',
    stopped: 'Đã dừng',
  },
  en: {
    upload: 'Upload',
    toAll: 'Offer to all points',
    stop: 'Stop offering',
    all: 'Offered to all points',
    stopped: 'Stopped',
  },
} as const;

describe.each(['vi', 'en'] as const)('updates for the points in %s', (locale) => {
  it('are uploaded, offered to the first points, then to all, and stopped; each step shows how far the points are', async () => {
    const signer = await makeSigner();
    const made = await makeHub(await openNew(), { releaseKey: signer.key });
    hub = made;
    const [device] = [await made.enrol(), await made.enrol(OTHER_POINT)];
    await made.signIn('admin');
    const { page, complaints } = await openPage(browser);
    await page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
    await page.goto(`${pages.url('province')}#/admin/updates`);
    await page.locator('input[autocomplete=username]').fill('nguoi-admin');
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const words = WORDS[locale];
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const upload = async (files: { name: string; buffer: Buffer; mimeType: string }[]) => {
      await page.locator('input[type=file]').setInputFiles(files);
      await button(words.upload).click();
    };
    const mimeType = 'application/octet-stream';

    // Somebody else's signature is refused here already, in words.
    await button(words.upload).waitFor();
    const forged = await (await makeSigner()).sign({ files: [FILE] });
    await upload([{ name: 'release.jws', buffer: Buffer.from(forged), mimeType }]);
    await page.getByRole('alert').waitFor();

    const jws = await signer.sign({ files: [FILE, ABSENT] });
    await upload([
      { name: 'release.jws', buffer: Buffer.from(jws), mimeType },
      { name: FILE.name, buffer: INSTALLER, mimeType },
    ]);
    const card = page.getByRole('region', { name: /0\.2\.0/ });
    await card.waitFor();
    const authorization = `Bearer ${await device.token(made.deps.hub.id, made.clock.ms)}`;
    const payload = { version: '0.2.0', kind: 'ready', waiting: 'postponed', until: made.clock.ms + 3_600_000 };
    await made.json({ method: 'POST', url: '/api/point/update', headers: { authorization }, payload });
    await page.reload();
    await card.getByText(locale === 'vi' ? 'kỹ thuật hoãn' : 'put off by the technician').waitFor();
    await keepPicture(page, `admin-release-${locale}`);
    expect([await axeFindings(page), await clippedTexts(page)]).toEqual([[], []]);

    // An installer is missing: sending on is not what comes next, and says what it would come to.
    expect(await button(words.toAll).getAttribute('data-variant')).toBe('default');
    await button(words.toAll).first().click();
    // Two of the first points do not run it yet: that is asked about, and by the keyboard alone.
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByText(ABSENT.name).waitFor();
    await keepPicture(page, `admin-release-asked-${locale}`);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: words.toAll }).focus();
    await page.keyboard.press('Enter');
    await card.getByText(words.all).waitFor();
    await button(words.stop).click();
    await card.getByText(words.stopped).waitFor();
    expect(complaints.filter((text) => !/status of (401|422)/.test(text))).toEqual([]);
    await page.close();
  });
});
