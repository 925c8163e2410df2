import { app, type BrowserWindow, Menu, type NativeImage, nativeImage, Tray } from 'electron';
import { TRAY_ICONS } from './tray-icon.ts';
import type { TrayView } from './tray-view.ts';

export interface TrayActions {
  readonly open: () => void;
  readonly checkNow: () => void;
  readonly isAutostartOn: () => boolean;
  readonly setAutostart: (on: boolean) => void;
}

export interface PointTray {
  readonly show: (view: TrayView) => void;
  readonly destroy: () => void;
}

/** Puts the application into the tray. Null where the system lets none be made. */
export function openTray(actions: TrayActions): PointTray | null {
  let tray: Tray;
  try {
    tray = new Tray(iconOf('calm'));
  } catch {
    return null;
  }
  let shown = '';
  // Where the system shows a menu at a click, it does that instead.
  tray.on('click', actions.open);
  return {
    show(view) {
      // A menu that is replaced while it is open closes under the person's hand.
      const content = JSON.stringify([view, actions.isAutostartOn()]);
      if (content === shown || tray.isDestroyed()) return;
      shown = content;
      tray.setImage(iconOf(view.isDue ? 'due' : 'calm'));
      tray.setToolTip(view.tooltip);
      tray.setContextMenu(menuOf(view, actions));
    },
    destroy: () => tray.destroy(),
  };
}

function menuOf({ lines, labels, canCheck }: TrayView, actions: TrayActions): Menu {
  return Menu.buildFromTemplate([
    // An ampersand in a title would mark a key.
    ...lines.map((line) => ({ label: line.replaceAll('&', '&&'), enabled: false })),
    { type: 'separator' },
    { label: labels.open, click: actions.open },
    { label: labels.checkNow, enabled: canCheck, click: actions.checkNow },
    { type: 'separator' },
    {
      label: labels.autostart,
      type: 'checkbox',
      checked: actions.isAutostartOn(),
      click(item) {
        actions.setAutostart(item.checked);
        // It may have been refused.
        item.checked = actions.isAutostartOn();
      },
    },
    { label: labels.quit, click: () => app.quit() },
  ]);
}

function iconOf(name: keyof typeof TRAY_ICONS): NativeImage {
  const image = nativeImage.createFromBuffer(Buffer.from(TRAY_ICONS[name].small, 'base64'));
  image.addRepresentation({ scaleFactor: 2, buffer: Buffer.from(TRAY_ICONS[name].large, 'base64') });
  return image;
}

/**
 * Closing the window leaves the application in the tray, except on Linux: many desktops there show no tray and give no way to know,
 * so a window hidden in it could be gone for good.
 */
export function closeIntoTray(window: BrowserWindow): void {
  if (process.platform === 'linux') return;
  let quitting = false;
  const quit = () => {
    quitting = true;
  };
  app.on('before-quit', quit);
  // Windows logs off without asking the application to quit.
  window.on('session-end', quit);
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    window.hide();
  });
}
