import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../shared/errors.ts';
import { REQUESTS } from '../../shared/ipc-contract.ts';
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
    expect(reach).toEqual({
      require: 'undefined',
      process: 'undefined',
      bridge: ['appearance', 'onNotice', 'request'],
    });
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

  it('lets a hostile page load, embed, send and run nothing of its own', async () => {
    const violated = await running.page.evaluate(async () => {
      const seen = new Set<string>();
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.add(effectiveDirective));
      const add = (tag: string, facts: object) =>
        document.body.append(Object.assign(document.createElement(tag), facts));
      const elsewhere = 'https://example.com/';
      add('iframe', { src: elsewhere });
      add('object', { data: elsewhere });
      add('img', { src: `${elsewhere}picture.png` });
      add('script', { textContent: 'globalThis.ran = 1' });
      add('style', { textContent: 'body { color: red }' });
      add('base', { href: elsewhere });
      add('video', { src: `${elsewhere}film.mp4` });
      add('link', { rel: 'stylesheet', href: `${elsewhere}style.css` });
      const form = Object.assign(document.createElement('form'), { action: elsewhere, method: 'post' });
      document.body.append(form);
      form.submit();
      try {
        new Worker(URL.createObjectURL(new Blob(['1'])));
      } catch {
        // Refused at once in some versions.
      }
      for (const url of [elsewhere, 'file:///etc/passwd', 'http://127.0.0.1:1/']) await fetch(url).catch(() => null);
      const socket = new WebSocket('wss://example.com/');
      await new Promise((resolve) => socket.addEventListener('error', resolve));
      return [...seen, ...(Reflect.has(globalThis, 'ran') ? ['RAN'] : [])].sort();
    });
    // Frames, films and forms are refused outside the page, which may hear of it later or not at all.
    const told = ['base-uri', 'connect-src', 'img-src', 'script-src-elem', 'style-src-elem', 'worker-src'];
    expect(violated).toEqual(expect.arrayContaining(told));
    expect(violated).not.toContain('RAN');
    const reached = running.page.frames().map((frame) => frame.url());
    expect(reached.filter((url) => !/^(app:\/\/point\/|about:blank|chrome-error:|$)/.test(url))).toEqual([]);
    expect(running.page.url()).toBe('app://point/point.html');
  });

  it('lets a hostile page leave for nowhere, save nothing and use no device that no check needs', async () => {
    await running.app.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event) => {
        Reflect.set(globalThis, 'downloads', [...(Reflect.get(globalThis, 'downloads') ?? []), event.defaultPrevented]);
      });
    });
    const refused = await running.page.evaluate(async () => {
      for (const url of [
        'javascript:globalThis.ran=1',
        'data:text/html,x',
        'file:///etc/passwd',
        'blob:app://point/x',
      ]) {
        const link = Object.assign(document.createElement('a'), { href: url });
        document.body.append(link);
        link.click();
      }
      Object.assign(document.createElement('a'), { href: '/point.html', download: 'a.exe' }).click();
      const located = new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('located'),
          ({ code }) => resolve(`refused ${code}`),
        ),
      );
      const failing = async (ask: () => Promise<unknown> | undefined) =>
        (await Promise.resolve()
          .then(ask)
          .catch(() => null)) ?? 'refused';
      const { usb, hid } = navigator as unknown as Record<
        string,
        { requestDevice: (filter: object) => Promise<unknown> }
      >;
      return [
        await located,
        await Notification.requestPermission(),
        await failing(() => navigator.clipboard.readText()),
        await failing(() => usb?.requestDevice({ filters: [] })),
        await failing(async () => ((await hid?.requestDevice({ filters: [] })) as [])?.length || null),
        await failing(() => navigator.serviceWorker?.register('/sw.js')),
        Reflect.has(globalThis, 'ran') ? 'ran' : 'did not run',
      ];
    });
    expect(refused).toEqual(['refused 1', 'denied', 'refused', 'refused', 'refused', 'refused', 'did not run']);
    expect(running.page.url()).toBe('app://point/point.html');
    await expect.poll(() => running.app.evaluate(() => Reflect.get(globalThis, 'downloads'))).toEqual([true]);
    expect(running.app.windows()).toHaveLength(1);
  });

  it('answers nonsense on every channel in words', async () => {
    const codes = await running.page.evaluate(async (names) => {
      const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`);
      const nonsense = [null, 'x', -1, [], { id: {} }, JSON.parse('{"__proto__":{"id":1}}'), deep, new Uint8Array(9)];
      const { request } = (window as unknown as BridgeWindow).diemCau;
      const answers = await Promise.all(
        names.flatMap((name) =>
          nonsense.map((args) =>
            request(name, args).then(
              (answer) => (answer.ok ? 'ok' : answer.error?.code),
              (error: Error) => error.message,
            ),
          ),
        ),
      );
      return [...new Set(answers)].sort();
    }, Object.keys(REQUESTS));
    const told = ERROR_CODES.filter((code) => code !== 'internal' && code !== 'window-untrusted');
    expect(codes.filter((code) => ![...told, 'ok'].includes(String(code)))).toEqual([]);
    expect(codes).toContain('input-invalid');
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
