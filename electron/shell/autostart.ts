import { join } from 'node:path';
import { app } from 'electron';
import { ok } from '../../shared/result.ts';
import { type Autostart, desktopEntry, entryIn, startCommand, windowsArgument } from './autostart-entry.ts';
import type { RoleContext } from './role.ts';

/** The switch of this operating system. */
export function autostartOf({ launch, dataDir }: RoleContext): Autostart {
  const command = startCommand({
    execPath: process.execPath,
    appImage: process.env.APPIMAGE,
    appPath: app.isPackaged ? null : app.getAppPath(),
    dataDir: launch.data === null ? null : dataDir,
  });
  if (process.platform === 'linux') {
    return entryIn(join(app.getPath('appData'), 'autostart', 'diem-cau-point.desktop'), () =>
      desktopEntry('Điểm Cầu', command),
    );
  }
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
