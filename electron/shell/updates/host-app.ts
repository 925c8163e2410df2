import { app } from 'electron';

/** What electron-updater asks of the application. */
export function hostApp() {
  return {
    name: app.getName(),
    version: app.getVersion(),
    userDataPath: app.getPath('userData'),
    quit: () => app.quit(),
    relaunch: () => app.relaunch(),
  };
}
export type HostApp = Readonly<ReturnType<typeof hostApp>>;
