import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import type { PinCodesIssued } from '../../shared/protocol/roster.ts';
import type { MeasuredScreens } from '../bench/benches/people/measured-screens.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { fakeBridge } from './support/fake-bridge.ts';
import { FakeHub } from './support/fake-hub.ts';
import { FakeRoster } from './support/fake-roster.ts';
import { type Pages, servePages } from './support/pages.ts';
import { CONSOLE_SCREENS, POINT_SCREENS } from './support/people-screens.ts';
import { INFO, NOW } from './support/point-states.ts';

vi.setConfig({ testTimeout: 60_000 });

/** `SCREENS=full`: every screen in both languages, as `bench people` asks; else what no other test looks at so closely. */
const FULL = process.env.SCREENS === 'full';
const LOCALES = FULL ? (['vi', 'en'] as const) : (['vi'] as const);
const CLOSELY = ['invitation-dialog', 'point-dialog', 'ruling', 'console-correction', 'pin-sheets-issued'];
const SIZES = { '': { width: 1366, height: 768 }, '-200': { width: 683, height: 384 } } as const;

const SHEETS: PinCodesIssued = {
  hub: { name: 'Sở Khoa học và Công nghệ', hotline: '0269 3 000 000' },
  sheets: ['UBND xã Ia Krái', 'UBND phường Quy Nhơn Bắc'].map((name, at) => ({
    point: { code: `2360${at}`, name },
    codes: ['Đại biểu mẫu A', 'Đại biểu mẫu B'].map((fullName, number) => ({
      ...{ personId: `p${number}`, fullName, title: 'Phó Chủ tịch HĐND xã, Trưởng Ban Kinh tế – Ngân sách' },
      ...{ code: '0042 1357', expiresAt: NOW },
    })),
  })),
};

let pages: Pages;
let browser: Browser;
let hub = new FakeHub();
let roster = new FakeRoster();
const measured: Record<'screens' | 'axe' | 'clipped', string[]> = { screens: [], axe: [], clipped: [] };

beforeAll(async () => {
  pages = await servePages((request, response) => {
    if (request.url !== '/api/console/pin-codes')
      return roster.handle(request, response) || hub.handle(request, response);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(SHEETS));
    return true;
  });
  browser = await openBrowser();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
  if (!FULL) return;
  const counted: MeasuredScreens = {
    screens: measured.screens.length,
    axeFindings: measured.axe,
    clippedTexts: measured.clipped,
  };
  mkdirSync(join(root, 'test-output'), { recursive: true });
  writeFileSync(join(root, 'test-output', 'people-screens.json'), JSON.stringify(counted));
});

/** On a small laptop and at 200 %. */
async function measure(page: Page, name: string): Promise<void> {
  const faults: string[] = [];
  for (const [suffix, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await keepPicture(page, `people-${name}${suffix}`);
    const at = (text: string) => `${name}${suffix}: ${text}`;
    const [axe, clipped] = [(await axeFindings(page)).map(at), (await clippedTexts(page)).map(at)];
    measured.screens.push(name + suffix);
    measured.axe.push(...axe);
    measured.clipped.push(...clipped);
    faults.push(...axe, ...clipped);
  }
  expect(faults).toEqual([]);
}

describe.each(LOCALES)('the screens of meetings and people in %s', (locale) => {
  const points = Object.entries(POINT_SCREENS).filter(() => FULL);
  it.each(points)('%s, at the point', async (name, { state, open }) => {
    const { page } = await openPage(browser, { clock: NOW });
    await fakeBridge(page, { ...INFO, locale }, state, {});
    await page.goto(pages.url('point'));
    await page.locator('section:has(#during)').waitFor();
    await open(page);
    await measure(page, `${name}-${locale}`);
    await page.close();
  });

  const consoles = Object.entries(CONSOLE_SCREENS).filter(([name]) => FULL || CLOSELY.includes(name));
  it.each(consoles)('%s, at the console', async (name, { hash, signedIn = true, open }) => {
    hub = new FakeHub();
    Object.assign(hub, { signedIn, role: 'admin' });
    roster = new FakeRoster();
    const { page } = await openPage(browser, { clock: NOW });
    await page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
    await page.goto(pages.url('province') + hash);
    await page.getByRole('radiogroup').first().waitFor();
    await open(page);
    await measure(page, `${name}-${locale}`);
    await page.close();
  });
});
