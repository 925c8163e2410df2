import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 60_000 });

let pages: Pages;
let browser: Browser;
let asked: [string, unknown][] = [];
let answer: object = { ok: true };

beforeAll(async () => {
  pages = await servePages((request, response) => {
    const path = request.url ?? '';
    if (!path.startsWith('/api/')) return false;
    let body = '';
    request.on('data', (text) => (body += text));
    request.on('end', () => {
      if (path === '/api/setup')
        return response.end(JSON.stringify({ role: null, addresses: ['10.20.0.5'], port: 7443 }));
      asked.push([path, JSON.parse(body)]);
      response.end(JSON.stringify(answer));
    });
    return true;
  });
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

beforeEach(() => {
  asked = [];
  answer = { ok: true };
});

describe.each(['vi', 'en'])('the first start in %s', (locale) => {
  it('asks one question, then what a province needs, and explains every wrong turn', async () => {
    const { page, complaints } = await openPage(browser);
    const looksRight = async (name: string) => {
      await keepPicture(page, `setup-${name}-${locale}`);
      expect(await axeFindings(page)).toEqual([]);
      expect(await clippedTexts(page)).toEqual([]);
      expect(complaints).toEqual([]);
    };
    await page.goto(pages.url('setup'));
    await page.getByRole('radiogroup').waitFor();
    if (locale === 'en') await page.getByText('EN', { exact: true }).click();
    await page.locator('main section button').first().waitFor();
    await looksRight('role');
    await page.locator('main section button').last().click();
    await page.getByRole('button').last().click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await looksRight('province-wrong');
    const [name, , address, , username] = await page.locator('form input:not([type=radio]):not([type=password])').all();
    await name?.fill('UBND tỉnh mẫu');
    await username?.fill('quantri');
    expect(await address?.inputValue()).toBe('10.20.0.5');
    await page.locator('input[type=password]').first().fill('mat-khau-dai');
    await page.locator('input[type=password]').last().fill('mat-khau-dai');
    answer = { ok: false, error: { code: 'port-taken', values: {} } };
    await page.keyboard.press('Enter');
    const port = page.locator('[aria-invalid="true"]:focus');
    await port.waitFor();
    expect(await port.inputValue()).toBe('7443');
    const said = await port.evaluate((field) =>
      (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
    );
    expect(said.join()).toMatch(locale === 'vi' ? /Cổng này đang do.*Chọn cổng khác/ : /uses this port.*Choose/);
    await looksRight('province-refused');
    expect(asked).toEqual([
      [
        '/api/setup/province',
        {
          locale,
          name: 'UBND tỉnh mẫu',
          hotline: '',
          reach: 'network',
          address: '10.20.0.5',
          port: 7443,
          username: 'quantri',
          password: 'mat-khau-dai',
        },
      ],
    ]);
    // Another port is another try; what concerns no field stands below them.
    answer = { ok: false, error: { code: 'hub-timeout', values: {} } };
    await port.fill('7444');
    await page.locator('form:not(:has([aria-invalid="true"]))').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(asked.at(-1)?.[1]).toMatchObject({ port: 7444 });
    await page.close();
  });

  it('becomes a point at one press', async () => {
    const { page } = await openPage(browser);
    await page.goto(pages.url('setup'));
    await page.getByRole('radiogroup').waitFor();
    if (locale === 'en') await page.getByText('EN', { exact: true }).click();
    await page.locator('main section button').first().click();
    await expect.poll(() => asked).toEqual([['/api/setup/role', { role: 'point', locale }]]);
    await page.close();
  });
});
