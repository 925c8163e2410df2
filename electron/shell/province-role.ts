import { join } from 'node:path';
import { app, session } from 'electron';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { FoundProvince, HubConfig } from '../../shared/protocol/setup.ts';
import { ok, type Result } from '../../shared/result.ts';
import { passOnTo, serveApp } from './app-protocol.ts';
import { type HubChild, startHubChild, trustOnly } from './hub-child.ts';
import { hubArguments, hubConfigOf, keepHubConfig, readHubConfig } from './hub-config.ts';
import { withLog } from './log.ts';
import { restrictPermissions } from './permissions.ts';
import type { RoleContext, RoleStart } from './role.ts';
import { openSetup } from './setup-window.ts';
import { tellWhyNot } from './tell-why-not.ts';
import { openWindow } from './window.ts';
import { windowStateIn } from './window-state.ts';

const USUAL_PORT = 7443;

/** The province on one machine: the hub in a process of its own, and the console in the window. */
export async function runProvince(start: RoleStart): Promise<void> {
  const context = withLog(start, 'province');
  const config = readHubConfig(context.dataDir);
  if (config === null) return foundFirst(context);
  const started = await startHub(context, config);
  if (!started.ok) {
    tellWhyNot(started.error, context, 'province');
    return app.exit(3);
  }
  await openConsole(context, started.value, null);
}

/** A province that is yet to be founded: asks for what it needs, founds it, and goes on into the console. */
async function foundFirst(context: RoleContext): Promise<void> {
  const founding = provinceFounding(context);
  const setup = openSetup({
    distDir: context.distDir,
    role: 'province',
    port: USUAL_PORT,
    onPoint: () => appErr('not-found'),
    onProvince: founding.found,
  });
  if ((await setup.chosen) === null) return app.quit();
  await founding.open();
  setup.close();
}

/** `found` starts the hub with what was asked for, and keeps it once it ran; `open` then shows its console. */
export function provinceFounding(context: RoleContext) {
  let running: { readonly hub: HubChild; readonly locale: 'vi' | 'en' } | null = null;
  return {
    async found(province: FoundProvince): Promise<Result<null, AppError>> {
      const config = hubConfigOf(province);
      if (config === null) return appErr('input-invalid', { field: 'address' });
      const started = await startHub(context, config, province);
      if (!started.ok) return started;
      keepHubConfig(context.dataDir, config);
      running = { hub: started.value, locale: province.locale };
      return ok(null);
    },
    async open(): Promise<void> {
      if (running) await openConsole(context, running.hub, running.locale);
    },
  };
}

function startHub(
  { distDir, dataDir }: RoleContext,
  config: HubConfig | 'as-usual',
  first: FoundProvince | null = null,
) {
  const args = config === 'as-usual' ? [] : hubArguments(config);
  return startHubChild(distDir, ['--data', dataDir, ...args], first);
}

async function openConsole(context: RoleContext, hub: HubChild, locale: 'vi' | 'en' | null): Promise<void> {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void hub.stop().then(() => app.exit(0));
  });
  app.on('window-all-closed', () => app.quit());
  hub.onEnd((code) => {
    context.log.error({ code }, 'the hub ended');
    app.exit(3);
  });
  const own = session.defaultSession;
  if (hub.pin !== null) trustOnly(own, hub.pin);
  serveApp(own, 'province', join(context.distDir, 'renderer'), passOnTo(hub.url));
  restrictPermissions(own, null);
  const { window, loaded } = openWindow({
    host: 'province',
    session: own,
    preload: null,
    state: windowStateIn(join(context.dataDir, 'window-state.json')),
    query: locale === null ? '' : `?lang=${locale}`,
  });
  app.on('second-instance', () => {
    window.restore();
    window.focus();
  });
  await loaded;
}
