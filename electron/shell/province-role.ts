import { join } from 'node:path';
import { app, session, type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import { serveApp } from './app-protocol.ts';
import { restrictPermissions } from './permissions.ts';
import type { RoleContext } from './role.ts';
import { openWindow } from './window.ts';
import { windowStateIn } from './window-state.ts';

const readyMessage = z.object({ ready: z.literal(true), url: z.url() });
const START_WAIT_MS = 30_000;
const STOP_WAIT_MS = 5_000;

/** The province on one machine: the hub in a process of its own, and the console in the window. */
export async function runProvince(context: RoleContext): Promise<void> {
  const hub = utilityProcess.fork(join(context.distDir, 'hub-process.js'), ['--data', context.dataDir], {
    serviceName: 'diem-cau-hub',
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    void stopHub(hub).then(() => app.exit(0));
  });
  app.on('window-all-closed', () => app.quit());
  const url = await readyUrl(hub);
  hub.once('exit', (code) => {
    if (stopping.has(hub)) return;
    context.log.error({ code }, 'the hub ended');
    app.exit(3);
  });
  serveApp(session.defaultSession, 'province', join(context.distDir, 'renderer'), url);
  restrictPermissions(session.defaultSession, null);
  const window = await openWindow({
    host: 'province',
    session: session.defaultSession,
    preload: null,
    state: windowStateIn(join(context.dataDir, 'window-state.json')),
  });
  app.on('second-instance', () => {
    window.restore();
    window.focus();
  });
}

/** Hubs that end because we asked them to. */
const stopping = new WeakSet<UtilityProcess>();

/** Lets the hub finish what it is writing; one that does not end in time is killed. Resolves when it is gone. */
function stopHub(hub: UtilityProcess): Promise<void> {
  stopping.add(hub);
  return new Promise((resolve) => {
    if (hub.pid === undefined) return resolve();
    const { pid } = hub;
    const timer = setTimeout(() => process.kill(pid, 'SIGKILL'), STOP_WAIT_MS);
    hub.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    hub.kill();
  });
}

/** Resolves with the hub's address when it listens; rejects when it ends or says nothing for too long. */
function readyUrl(hub: UtilityProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the hub did not start in time')), START_WAIT_MS);
    hub.once('exit', (code) => reject(new Error(`the hub ended at once (${code})`)));
    hub.on('message', (message: unknown) => {
      const parsed = readyMessage.safeParse(message);
      if (!parsed.success) return;
      clearTimeout(timer);
      resolve(parsed.data.url);
    });
  });
}
