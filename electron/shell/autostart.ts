import { join } from 'node:path';
import { app } from 'electron';
import { ok } from '../../shared/result.ts';
import { type Autostart, desktopEntry, entryIn, moveEntry, startCommand, windowsArgument } from './autostart-entry.ts';
import type { RoleContext } from './role.ts';

/** The switch of this operating system. */
export function autostartOf(context: RoleContext): Autostart {
  if (process.platform === 'linux') return entryIn(entryFile(), () => entryOf(context, process.env.APPIMAGE));
  const command = commandOf(context, undefined);
  // macOS takes no arguments: there the usual place of the data is opened.
  const item = { path: command.path, args: command.args.map(windowsArgument) };
  return {
    isOn: () => app.getLoginItemSettings(item).openAtLogin,
    set(openAtLogin) {
      app.setLoginItemSettings({ ...item, openAtLogin });
      return ok(null);
    },
  };
}

/** An update gave the AppImage another name: what was switched on opens that from now on. */
export function moveAutostart(context: RoleContext, appImage: string): void {
  moveEntry(entryFile(), entryOf(context, process.env.APPIMAGE), entryOf(context, appImage));
}

function entryFile(): string {
  return join(app.getPath('appData'), 'autostart', 'diem-cau-point.desktop');
}

function entryOf(context: RoleContext, appImage: string | undefined): string {
  return desktopEntry('Điểm Cầu', commandOf(context, appImage));
}

function commandOf({ launch, dataDir }: RoleContext, appImage: string | undefined) {
  return startCommand({
    execPath: process.execPath,
    appImage,
    appPath: app.isPackaged ? null : app.getAppPath(),
    dataDir: launch.data === null ? null : dataDir,
  });
}
