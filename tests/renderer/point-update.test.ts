import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { UpdateState } from '../../shared/updates/state.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { INFO, NOW, READY } from './support/point-states.ts';

vi.setConfig({ testTimeout: 60_000 });

let pages: Pages;
let browser: Browser;

beforeAll(async () => {
  pages = await servePages();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

const LABEL = { vi: 'Cập nhật phần mềm', en: 'Software update' } as const;
const NOTES = { vi: 'Sửa lỗi đo tiếng vang trong phòng họp.', en: 'Mends how echo is measured in the room.' };
const READY_SOON: UpdateState = {
  kind: 'ready',
  version: '0.2.0',
  notes: NOTES,
  waiting: { why: 'notice', until: NOW + 600_000 },
  mayPostpone: true,
};
const STATES: readonly UpdateState[] = [
  { kind: 'fetching', version: '0.2.0', fraction: 0.42 },
  READY_SOON,
  {
    kind: 'ready',
    version: '0.2.0',
    notes: null,
    waiting: { why: 'postponed', until: NOW + 86_400_000 },
    mayPostpone: false,
  },
  { kind: 'installing', version: '0.2.0' },
  { kind: 'failed', version: null, error: { code: 'update-forged', values: {} }, nextTryAt: null },
  {
    kind: 'failed',
    version: '0.2.0',
    error: { code: 'disk-full', values: {} },
    nextTryAt: NOW + 900_000,
  },
  { kind: 'installed', version: '0.2.0', at: NOW - 60_000 },
];
/** Near a meeting, and while nothing is to be done, the home is left alone. */
const SILENT: readonly UpdateState[] = [
  { kind: 'none' },
  { kind: 'waiting', version: '0.2.0', waiting: { why: 'meeting', until: NOW + 3_600_000 } },
  { ...READY_SOON, waiting: { why: 'meeting', until: NOW + 3_600_000 } },
];

async function open(locale: 'vi' | 'en', update: UpdateState, answers: Readonly<Record<string, unknown>> = {}) {
  const opened = await openPage(browser, { clock: NOW });
  await fakeBridge(opened.page, { ...INFO, locale }, READY, {
    'update:state': { ok: true, value: update },
    ...answers,
  });
  await opened.page.goto(pages.url('point'));
  const banner = opened.page.getByRole('region', { name: LABEL[locale] });
  const tell = (state: UpdateState) =>
    opened.page.evaluate(
      (value) => (window as unknown as { tell: (n: string, v: unknown) => void }).tell('update:changed', value),
      state,
    );
  const asked = () =>
    opened.page.evaluate(() => (window as unknown as { asked: [string, unknown][] }).asked.map(([name]) => name));
  return { ...opened, banner, tell, asked };
}

describe.each(['vi', 'en'] as const)('an update at a point in %s', (locale) => {
  it('is told in every state, in words that fit, and left unsaid near a meeting', async () => {
    const { page, banner, tell, complaints } = await open(locale, STATES[0] as UpdateState);
    await banner.waitFor();
    for (const [index, state] of STATES.entries()) {
      await tell(state);
      await page.waitForFunction((kind) => document.querySelector(`[data-update="${kind}"]`), state.kind);
      await keepPicture(page, `point-update-${index}-${state.kind}-${locale}`);
      expect([state.kind, await clippedTexts(page)]).toEqual([state.kind, []]);
      // The others are a line of the same kind, without what can be pressed.
      if (index === 1 || index === 5) expect([state.kind, await axeFindings(page)]).toEqual([state.kind, []]);
    }
    for (const state of SILENT) {
      await tell(STATES[0] as UpdateState);
      await banner.waitFor();
      await tell(state);
      await banner.waitFor({ state: 'detached' });
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is put off or installed by the keyboard alone, and says why not', async () => {
    const refused = { ok: false, error: { code: 'update-quiet', values: {} } };
    const { page, banner, asked } = await open(locale, READY_SOON, { 'update:install': refused });
    await banner.getByRole('button').last().focus();
    await page.keyboard.press('Enter');
    await banner.getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await banner.getByRole('alert').waitFor();
    expect((await asked()).filter((name) => name.startsWith('update:'))).toEqual([
      'update:state',
      'update:postpone',
      'update:install',
    ]);
    await page.close();
  });
});
