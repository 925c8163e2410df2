import { BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import { APPEARANCE_ARGUMENT } from '../../shared/ipc-bridge.ts';
import { pageOf, type WindowHost } from './app-protocol.ts';
import type { WindowStateStore } from './window-state.ts';

export interface WindowOptions {
  readonly host: WindowHost;
  readonly session: Session;
  readonly preload: string | null;
  readonly state: WindowStateStore;
  /** Behind the page's address, as in `?lang=en`. */
  readonly query?: string;
}

/** Opens the role's one window where it was last time. `loaded`: once its page has. */
export function openWindow(options: WindowOptions): {
  readonly window: BrowserWindow;
  readonly loaded: Promise<void>;
} {
  const bounds = options.state.load(screen.getAllDisplays().map((display) => display.workArea));
  const appearance = options.state.appearance();
  const dark = appearance === 'system' ? nativeTheme.shouldUseDarkColors : appearance !== 'light';
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    ...bounds,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: dark ? '#0f1722' : '#f3f6fa',
    title: 'Điểm Cầu',
    webPreferences: {
      session: options.session,
      ...(options.preload === null
        ? {}
        : {
            preload: options.preload,
            additionalArguments: [APPEARANCE_ARGUMENT + appearance],
          }),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // A check that runs while the window is covered must measure the same as in front.
      backgroundThrottling: false,
    },
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => options.state.save(window.getNormalBounds()));
  return { window, loaded: window.loadURL(pageOf(options.host) + (options.query ?? '')) };
}
