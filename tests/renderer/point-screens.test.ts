import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHECK_IDS } from '../../shared/checks/check-id.ts';
import type { PointState } from '../../shared/point-state.ts';
import type { Locale } from '../../shared/strings/translator.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { type Answers, fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { at, CHANGED, FRESH, INFO, MIXED, NOT_ENROLLED, NOW, READY } from './support/point-states.ts';

let pages: Pages;
let browser: Browser;

beforeAll(async () => {
  pages = await servePages();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await pages.close();
});

async function open(state: PointState, locale: Locale, answers: Answers = {}, fixed = true) {
  const opened = await openPage(browser, fixed ? { clock: NOW } : {});
  await fakeBridge(opened.page, { ...INFO, locale }, state, answers);
  await opened.page.goto(pages.url('point'));
  await opened.page.getByRole('radiogroup').waitFor();
  return opened;
}

async function sound(page: Page, name: string, complaints: readonly string[]): Promise<void> {
  await keepPicture(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

vi.setConfig({ testTimeout: 30_000 });

describe.each(['vi', 'en'] as const)('the point’s screens in %s', (locale) => {
  it.each([
    ['enrolment', NOT_ENROLLED],
    ['home-fresh', FRESH],
    ['home-mixed', MIXED],
    ['home-ready', READY],
    ['home-changed', CHANGED],
  ] as const)('%s: accessible, nothing clipped, no breach of the policy', async (name, state) => {
    const { page, complaints } = await open(state, locale);
    await sound(page, `point-${name}-${locale}`, complaints);
    await page.close();
  });

  it('signs a substitute in by keyboard and mouse, and says saved only for what is saved', async () => {
    const { page, complaints } = await open(FRESH, locale);
    await page.locator('section:has(#leader) button').click();
    await page.getByRole('dialog').getByRole('textbox').fill('pho chu tich');
    await sound(page, `point-sign-in-person-${locale}`, complaints);
    await page.getByRole('dialog').getByRole('listitem').getByRole('button', { name: 'Đại biểu mẫu B' }).click();
    await page.locator('input[type=radio]:focus').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await sound(page, `point-sign-in-proof-${locale}`, complaints);
    for (const text of ['7/PC-UBND', 'Đại biểu mẫu A', 'Đi công tác', '246810']) {
      await page.locator('[aria-invalid="true"]').first().fill(text);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button').last().waitFor();
    await page.locator('p[data-done]').waitFor();
    await sound(page, `point-sign-in-result-${locale}`, complaints);
    expect(await page.locator('p[data-done]').count()).toBe(1);
    expect(await requests(page, 'leader:sign-in')).toEqual([
      {
        meetingId: 'm1',
        personId: 'p2',
        pin: '246810',
        substitution: {
          basis: 'assignment',
          documentNumber: '7/PC-UBND',
          signer: 'Đại biểu mẫu A',
          reason: 'Đi công tác',
        },
      },
    ]);
    await page.close();
  });

  it('asks for a new PIN twice, and says what to do about a refusal', async () => {
    const refusal = { ok: false, error: { code: 'pin-weak', values: { digits: 8 } } };
    const { page, complaints } = await open(FRESH, locale, {
      'leader:pin-state': { ok: true, value: { set: false, waitMs: 0 } },
      'leader:set-pin': refusal,
    });
    await page.locator('section:has(#leader) button').click();
    await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
    await page.locator('input[type=password]:focus').fill('246810');
    await page.locator('input[type=password]').nth(1).fill('246811');
    await page.keyboard.press('Enter');
    await page.locator('[aria-invalid="true"]').waitFor();
    expect(await requests(page, 'leader:set-pin')).toEqual([]);
    await page.locator('input[type=password]').nth(1).fill('246810');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await requests(page, 'leader:sign-in')).toEqual([]);
    await sound(page, `point-sign-in-refused-${locale}`, complaints);
    await page.close();
  });
});

describe('the point’s window at work', () => {
  it('shows an answer as given only once the record has it', async () => {
    const { page } = await open(FRESH, 'vi');
    const item = page.locator('li[data-answer]').first();
    await item.getByRole('button').first().click();
    await expect.poll(() => requests(page, 'checklist:answer')).toHaveLength(1);
    expect(await item.locator('[aria-pressed="true"]').count()).toBe(0);
    await page.evaluate((state) => Object(window).tell('point:changed', state), MIXED);
    await item.locator('[aria-pressed="true"]').waitFor();
    await page.close();
  });

  it('measures everything with the real probes and files one run of seven results', { timeout: 90_000 }, async () => {
    const { page, complaints } = await open(at(Date.now(), FRESH), 'vi', {}, false);
    await page.locator('section:has(#overall) button').click();
    await page.locator('[data-check=camera] video').waitFor();
    await keepPicture(page, 'point-running-vi');
    expect(await axeFindings(page)).toEqual([]);
    await expect.poll(() => requests(page, 'checks:file'), { timeout: 80_000 }).toHaveLength(1);
    const [run] = (await requests(page, 'checks:file')) as { results: { id: string }[]; meetingId: string }[];
    expect(run?.results.map((result) => result.id)).toEqual([...CHECK_IDS]);
    expect(run?.meetingId).toBe('m1');
    await keepPicture(page, 'point-measured-vi');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('lets the person hear, see and answer what was measured', { timeout: 90_000 }, async () => {
    const { page, complaints } = await open(at(Date.now(), FRESH), 'vi', {}, false);
    const filed = async () => (await requests(page, 'checks:file')) as { results: { id: string; reason: string }[] }[];
    const measure = async (id: string, count: number) => {
      await page.locator(`[data-check=${id}] footer button`).last().click();
      await expect.poll(filed, { timeout: 40_000 }).toHaveLength(count);
    };
    await measure('camera', 1);
    const still = page.locator('[data-check=camera] canvas');
    await page.getByText(/^Chụp lúc \d\d:\d\d:\d\d$/).waitFor();
    expect(await colours(still)).toBeGreaterThan(2);

    await measure('microphone', 2);
    // As many as are played: up to four, and on a busy machine, whose audio engine lags behind, what came of them.
    const listen = page.getByRole('button', { name: /^Nghe lại \d giây vừa thu$/ });
    const said = Number(/\d/.exec((await listen.textContent()) ?? '')?.[0]);
    await page.evaluate(() => {
      const { start } = AudioBufferSourceNode.prototype;
      AudioBufferSourceNode.prototype.start = function (...when) {
        Object.assign(window, { playedSeconds: this.buffer?.duration });
        start.apply(this, when);
      };
    });
    await listen.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Dừng phát' }).waitFor();
    // The sound begins a moment after the button says so: its engine starts first.
    const played = await (await page.waitForFunction(() => Reflect.get(window, 'playedSeconds'))).jsonValue();
    expect(played).toBeLessThanOrEqual(4);
    expect(said).toBe(Math.round(played));
    await page.keyboard.press('Enter');
    await listen.waitFor();

    await measure('speaker', 3);
    expect(await listen.count()).toBe(0);
    const question = page.getByRole('group', { name: 'Anh/chị có nghe tiếng bíp không?' });
    await question.getByRole('button', { name: 'Phát lại' }).click();
    // To its end: the made-up output plays as fast as a real one.
    await question.getByRole('button', { name: 'Dừng phát' }).waitFor();
    await question.getByRole('button', { name: 'Phát lại' }).waitFor();
    await question.getByRole('button', { name: 'Có' }).click();
    await expect.poll(filed).toHaveLength(4);
    expect((await filed()).slice(2).map(({ results }) => results.map(({ id, reason }) => [id, reason]))).toEqual([
      [['speaker', 'not-heard']],
      [['speaker', 'heard-by-person-only']],
    ]);
    expect(await question.getByRole('button', { name: 'Có' }).getAttribute('aria-pressed')).toBe('true');
    await sound(page, 'point-answered-vi', complaints);
    await page.close();
  });

  it('stops at once, releases the devices and files what was cancelled as such', async () => {
    const { page } = await open(at(Date.now(), FRESH), 'vi', {}, false);
    await page.locator('section:has(#overall) button').click();
    await page.locator('[data-check=camera] video').waitFor();
    const track = await page.evaluateHandle(() => {
      const stream = document.querySelector<HTMLVideoElement>('[data-check=camera] video')?.srcObject;
      return stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
    });
    await page.locator('section:has(#overall) button').click();
    await expect.poll(() => requests(page, 'checks:file')).toHaveLength(1);
    expect(await track.evaluate((one) => one?.readyState)).toBe('ended');
    const [run] = (await requests(page, 'checks:file')) as { results: { id: string; reason: string }[] }[];
    expect(run?.results.find(({ id }) => id === 'camera')?.reason).toBe('cancelled');
    expect(run?.results.find(({ id }) => id === 'encoder')?.reason).toBe('cancelled');
    await page.close();
  });

  it.each(['vi', 'en'] as const)(
    'says why it cannot start, what to do and what support asks for (%s)',
    async (locale) => {
      const { page, complaints } = await openPage(browser);
      const places = {
        version: '0.1.0',
        dataDir: 'C:\\Users\\phonghop\\AppData\\Roaming\\diem-cau\\point',
        logFile: 'C:\\Users\\phonghop\\AppData\\Roaming\\diem-cau\\point\\logs\\point.log',
        hotline: '0269 300 0000',
      };
      await fakeBridge(page, { ...INFO, locale }, FRESH, {
        'point:state': { ok: false, error: { code: 'journal-corrupt', values: {} } },
        'support:places': { ok: true, value: places },
      });
      await page.goto(pages.url('point'));
      const asks = { vi: 'Gọi hỗ trợ và cho biết:', en: 'Call support and tell them:' }[locale];
      await page.getByRole('heading', { name: asks }).waitFor();
      for (const told of [...Object.values(places), 'journal-corrupt'])
        await page.getByText(told, { exact: true }).waitFor();
      await sound(page, `point-cannot-start-${locale}`, complaints);
      await page.close();
    },
  );

  it.each(['vi', 'en'] as const)('does not look finished while somebody is late (%s)', async (locale) => {
    // 25 minutes before the start: a technician should have reported; ten minutes later nothing else is due.
    const record = READY.records.m1;
    if (!record) throw new Error('no record');
    const { page, complaints } = await open({ ...READY, records: { m1: { ...record, leader: null } } }, locale);
    const overall = page.locator('section:has(#overall)');
    const status = overall.getByRole('status');
    const words =
      locale === 'vi'
        ? {
            duty: 'chưa báo có mặt trực (trước 07:00)',
            leader: 'Lãnh đạo chưa đăng nhập (trước 07:50)',
            done: 'Sẵn sàng',
          }
        : {
            duty: 'has reported for duty (due by 07:00)',
            leader: 'No leader has signed in (due by 07:50)',
            done: 'Ready',
          };
    await status.getByText(words.duty).waitFor();
    expect(await overall.getAttribute('data-tone')).toBe('fail');
    expect(await status.textContent()).not.toContain(words.leader);
    await page.clock.setFixedTime(NOW + 20 * 60_000);
    await page.reload();
    await status.getByText(words.leader).waitFor();
    expect(await status.textContent()).not.toContain(words.done);
    await sound(page, `point-home-late-${locale}`, complaints);
    await page.close();
  });

  it('changes its language at run time, and tells the main process', async () => {
    const { page } = await open(READY, 'vi');
    await page.getByText('EN', { exact: true }).click();
    await page.getByRole('button', { name: 'Check everything' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await requests(page, 'app:set-locale')).toEqual([{ locale: 'en' }]);
    await page.close();
  });

  it('loses nothing when it is magnified', async () => {
    const { page } = await open(MIXED, 'vi');
    for (const toggle of await page.locator('article [aria-expanded]').all()) await toggle.click();
    // 150 % and 200 % of the laptop's screen; as tall as its content, so that the picture shows all of it.
    for (const width of [911, 683]) {
      await page.setViewportSize({ width, height: 4000 });
      await page.getByText('18. Có sẵn số').scrollIntoViewIfNeeded();
      await keepPicture(page, `point-magnified-${width}-vi`);
      expect(await clippedTexts(page)).toEqual([]);
    }
    await page.close();
  });
});

/** How many different colours a kept picture has: one that was kept too late is black. */
function colours(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
    const found = new Set<number>();
    for (let at = 0; at < data.length; at += 4) found.add((data[at]! >> 4) * 256 + (data[at + 1]! >> 4) * 16);
    return found.size;
  });
}

/** What the window asked of the main process under one name, in order. */
function requests(page: Page, name: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) => (Object(window).asked as [string, unknown][]).filter(([of]) => of === wanted).map(([, args]) => args),
    name,
  );
}
