import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app, type BrowserWindow, session } from 'electron';
import type { Appearance } from '../../shared/appearance.ts';
import { firstStartFields } from '../../shared/first-start.ts';
import type { Locale, NoticeName, NoticeValue } from '../../shared/ipc-contract.ts';
import { isUnused } from '../point/data-files.ts';
import { originOf, serveFiles } from './app-protocol.ts';
import { type Answer, handleRequests, notify } from './ipc.ts';
import { restrictPermissions } from './permissions.ts';
import { presetHub } from './preset-hub.ts';
import type { RoleStart } from './role.ts';
import { openWindow } from './window.ts';
import { windowStateIn } from './window-state.ts';

/** In so long what was asked for last is on its way. */
const HANDED_OVER_MS = 10;
/** A window that cannot be drawn must not keep the rest from starting. */
const DRAWN_WITHIN_MS = 2000;

/** The point's one window, from before its data is open. */
export interface PointWindow {
  readonly window: BrowserWindow;
  /** Its page has loaded. */
  readonly loaded: Promise<void>;
  /** Its page has the scripts of its first screen, and is busy with them; or it cannot be loaded. */
  readonly served: Promise<unknown>;
  /** Nothing of a point was here: its page waits for no answer. */
  readonly isFirstStart: boolean;
  /** Its page is drawn, or takes too long. */
  readonly drawn: Promise<unknown>;
  /** Brings it to the front. */
  readonly open: () => void;
  readonly keepAppearance: (appearance: Appearance) => void;
  readonly tell: <Name extends NoticeName>(name: Name, value: NoticeValue<Name>) => void;
  /** What the page asked for until now waits for this. */
  readonly answerWith: (answer: Answer) => void;
}

/** Opens it at once: the page is read and drawn by another process while this one opens the point's data. `locale`: just chosen. */
export function openPointWindow(start: RoleStart, locale: Locale | null): PointWindow {
  const { dataDir, distDir } = start;
  const origin = originOf('point');
  const windowSession = session.defaultSession;
  const asked = new Promise<void>((resolve) => {
    serveFiles(windowSession, 'point', join(distDir, 'renderer'), (pathname) => {
      // Asked for together with all scripts, and last.
      if (pathname.endsWith('.css')) setTimeout(resolve, HANDED_OVER_MS);
    });
  });
  restrictPermissions(windowSession, origin);
  // The point's window has nothing to download.
  windowSession.on('will-download', (event) => event.preventDefault());
  let answerWith: PointWindow['answerWith'] = () => undefined;
  handleRequests(
    new Promise((resolve) => {
      answerWith = resolve;
    }),
  );
  const isFirstStart = start.launch.mode.kind === 'interactive' && isUnused(dataDir);
  const state = windowStateIn(join(dataDir, 'window-state.json'));
  const { window, loaded } = openWindow({
    host: 'point',
    session: windowSession,
    preload: join(distDir, 'preload.cjs'),
    state,
    query: isFirstStart ? queryOf(start, locale) : '',
  });
  const open = () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  app.on('second-instance', open);
  // A click on the dock, after the window was closed into the tray.
  app.on('activate', open);
  const tell: PointWindow['tell'] = (name, value) => {
    if (!window.isDestroyed()) notify(window.webContents, name, value);
  };
  const { keepAppearance } = state;
  const served = Promise.race([asked, loaded.catch(() => undefined)]);
  const drawn = Promise.race([once(window, 'ready-to-show'), delay(DRAWN_WITHIN_MS)]);
  return { window, loaded, served, isFirstStart, drawn, open, keepAppearance, tell, answerWith };
}

function queryOf({ forgetRole }: RoleStart, locale: Locale | null): string {
  const known = { locale: locale ?? 'vi', hubAddress: presetHub(), roleIsChosen: forgetRole !== null };
  return `?${new URLSearchParams(firstStartFields(known))}`;
}
