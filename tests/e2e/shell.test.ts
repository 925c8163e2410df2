import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

interface BridgeWindow {
  diemCau: { request: (name: string, args: unknown) => Promise<{ ok: boolean; error?: { code: string } }> };
}

describe('the window is a cage', () => {
  let dataDir: string;
  let running: RunningApp;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-shell-'));
    running = await launchApp({ role: 'point', dataDir, env: { XDG_CONFIG_HOME: dataDir } });
    await running.page.waitForLoadState('domcontentloaded');
  });
  afterAll(async () => {
    await running.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('comes from app:// and has neither Node nor a way to it', async () => {
    expect(running.page.url()).toBe('app://point/point.html');
    const reach = await running.page.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      bridge: Object.keys(Reflect.get(globalThis, 'diemCau')).sort(),
    }));
    expect(reach).toEqual({ require: 'undefined', process: 'undefined', bridge: ['onNotice', 'request'] });
  });

  it('is sandboxed and isolated', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  });

  it('runs no string as code and no script from elsewhere', async () => {
    // In a task of its own: DevTools lets what it evaluates itself pass the policy.
    const outcome = await running.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          setTimeout(() => {
            try {
              // biome-ignore lint/security/noGlobalEval: the point of this test
              resolve(String(globalThis.eval('1 + 1')));
            } catch (error) {
              resolve((error as Error).name);
            }
          });
        }),
    );
    expect(outcome).toBe('EvalError');
    const foreign = await running.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const script = document.createElement('script');
          script.src = 'data:text/javascript,globalThis.foreign=1';
          script.onload = () => resolve('loaded');
          script.onerror = () => resolve('refused');
          document.head.append(script);
        }),
    );
    expect(foreign).toBe('refused');
  });

  it('stays where it is and opens nothing', async () => {
    await running.page.evaluate(() => {
      window.open('https://example.com/');
      location.href = 'https://example.com/';
    });
    await running.page.evaluate(() => document.title);
    expect(running.page.url()).toBe('app://point/point.html');
    expect(running.app.windows()).toHaveLength(1);
  });

  it('serves nothing outside its folder', async () => {
    const statuses = await running.page.evaluate(async () => {
      const paths = ['/point.html', '/../main.js', '/%2e%2e/main.js', '/..%2fmain.js', '/no-such-page.html'];
      return Promise.all(paths.map(async (path) => (await fetch(path)).status));
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404]);
  });

  it('gets the devices of the checks and no other permission', async () => {
    const states = await running.page.evaluate(async () => {
      const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read'];
      const query = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
      return Promise.all(names.map(query));
    });
    expect(states).toEqual(['granted', 'granted', 'denied', 'denied', 'denied', 'denied']);
  });

  it('answers only the requests of the contract, with the arguments of the contract', async () => {
    const ask = (name: string, args: unknown) =>
      running.page.evaluate(
        ([channel, value]) =>
          (window as unknown as BridgeWindow).diemCau
            .request(channel as string, value)
            .catch((error: Error) => ({ thrown: error.message })),
        [name, args],
      );
    expect(await ask('app:info', {})).toMatchObject({ ok: true, value: { role: 'point' } });
    expect(await ask('app:set-locale', { locale: 'fr' })).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
    expect(await ask('leader:sign-in', null)).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
    expect(await ask('shell:run', {})).toMatchObject({ thrown: expect.stringContaining('No handler registered') });
  });

  it('answers no frame but its own', async () => {
    const answer = await running.app.evaluate(async ({ ipcMain, BrowserWindow }) => {
      const handlers = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, args: unknown) => Promise<unknown>> }
      )._invokeHandlers;
      const top = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
      const handler = handlers.get('request:app:info');
      return Promise.all([
        handler?.({ senderFrame: { url: 'https://example.com/', parent: null } }, {}),
        handler?.({ senderFrame: { url: 'app://point/point.html', parent: top } }, {}),
        handler?.({ senderFrame: null }, {}),
      ]);
    });
    const refused = { ok: false, error: { code: 'window-untrusted' } };
    expect(answer).toMatchObject([refused, refused, refused]);
  });

  it('is in the tray, and opens at log-in only once told so there', async () => {
    const entry = join(dataDir, 'autostart', 'diem-cau-point.desktop');
    expect(existsSync(entry)).toBe(false);
    const errorsBefore = running.consoleErrors.length;
    // Electron tells nobody what a tray shows: its next menu is caught where it is made.
    await running.app.evaluate(({ Menu }) => {
      const build = Menu.buildFromTemplate;
      Menu.buildFromTemplate = (template) => {
        Reflect.set(globalThis, 'trayMenu', template);
        return build(template);
      };
    });
    await running.page.evaluate(() => Reflect.get(globalThis, 'diemCau').request('app:set-locale', { locale: 'en' }));
    const labels = () =>
      running.app.evaluate(() =>
        ((Reflect.get(globalThis, 'trayMenu') ?? []) as { label?: string }[]).map(({ label }) => label ?? ''),
      );
    await expect
      .poll(labels, { timeout: 40_000 })
      .toEqual([
        'No meeting is coming up',
        '',
        'Open Điểm Cầu',
        'Check now',
        '',
        'Open when I log in to this computer',
        'Quit',
      ]);
    const choose = (checked: boolean) =>
      running.app.evaluate((_, on) => {
        const menu = Reflect.get(globalThis, 'trayMenu') as { type?: string; click?: (item: object) => void }[];
        menu.find(({ type }) => type === 'checkbox')?.click?.({ checked: on });
      }, checked);
    await choose(true);
    expect(readFileSync(entry, 'utf8')).toContain(`"--data=${dataDir}"`);
    await choose(false);
    expect(existsSync(entry)).toBe(false);
    expect(running.consoleErrors.slice(errorsBefore)).toEqual([]);
  });

  it('lets no second window onto the same data', async () => {
    await expect(launchApp({ role: 'point', dataDir })).rejects.toThrow();
    expect(running.app.windows()).toHaveLength(1);
  });
});
