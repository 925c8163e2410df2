import type { ChildProcess } from 'node:child_process';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { resolveElectron } from '../../scripts/electron-runtime.mjs';
import { openDisplay } from '../../scripts/lib/display.mjs';
import { appArguments, HARMLESS_STDERR } from '../../scripts/lib/electron-app.mjs';

const LAUNCH_TIMEOUT_MS = 60_000;
const CLOSE_TIMEOUT_MS = 15_000;

export interface AppOptions {
  /** Null: not said, as where a person starts it. */
  readonly role: 'point' | 'province' | null;
  /** Null: the user's own place, as the environment says. */
  readonly dataDir: string | null;
  /** More arguments of ours, e.g. `['--run-check']`. */
  readonly args?: readonly string[];
  /** Chromium's, e.g. `fakeDevices(…)`. */
  readonly switches?: readonly string[];
  /** Added to the environment, e.g. a private sound server's `env`. */
  readonly env?: Readonly<Record<string, string>>;
  /** The app's folder; the repository by default. */
  readonly appDir?: string;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  /** The first window. */
  readonly page: Page;
  /** What the window's console said as errors, and exceptions nobody caught. */
  readonly consoleErrors: readonly string[];
  /** Lines of the main process on stderr, without what Chromium says on any machine like this. */
  readonly stderr: readonly string[];
  /** Quits as a person would and waits; kills what does not quit in time. */
  readonly close: () => Promise<void>;
  /** Resolves with the exit code when the app has ended, however; null after a signal. */
  readonly exited: Promise<number | null>;
  /** SIGKILL, as a power cut, and waits until the process is gone. */
  readonly kill: () => Promise<void>;
}

/**
 * Opens the real app on its own invisible screen (one for each test file). Needs a build: the projects `apps` and `devices` make one.
 * Throws with the main process's last words when no window comes within a minute.
 */
export async function launchApp(options: AppOptions): Promise<RunningApp> {
  const [electron, display] = await Promise.all([resolveElectron(), sharedDisplay()]);
  const [lastSwitch, ...otherSwitches] = appArguments().reverse();
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [
      ...otherSwitches,
      ...(options.switches ?? []),
      options.appDir ?? lastSwitch ?? '.',
      ...(options.role === null ? [] : [`--role=${options.role}`]),
      ...(options.dataDir === null ? [] : [`--data=${options.dataDir}`]),
      ...(options.args ?? []),
    ],
    env: environment({ ...display.env, ...options.env }),
    timeout: LAUNCH_TIMEOUT_MS,
  });
  const child = app.process();
  const exited = new Promise<number | null>((resolve) => {
    if (isOver(child)) resolve(child.exitCode);
    else child.once('exit', resolve);
  });
  const stderr = collectLines(child);
  const consoleErrors: string[] = [];
  app.on('window', (page) => watch(page, consoleErrors));
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  try {
    const page = await app.firstWindow({ timeout: LAUNCH_TIMEOUT_MS });
    watch(page, consoleErrors);
    return { app, page, consoleErrors, stderr, close: () => closeOrKill(app, kill), exited, kill };
  } catch (error) {
    await kill();
    throw new Error(`no window came; the main process said:\n${stderr.slice(-20).join('\n')}`, { cause: error });
  }
}

/** Chromium switches for devices made from files: `camera` mjpeg or y4m, `microphone` WAV; both play in a loop. */
export function fakeDevices(files: { camera?: string; microphone?: string } = {}): string[] {
  return [
    '--use-fake-device-for-media-stream',
    ...(files.camera ? [`--use-file-for-fake-video-capture=${files.camera}`] : []),
    ...(files.microphone ? [`--use-file-for-fake-audio-capture=${files.microphone}`] : []),
  ];
}

let display: ReturnType<typeof openDisplay> | undefined;

/** It ends with this process. */
function sharedDisplay(): ReturnType<typeof openDisplay> {
  display ??= openDisplay({ force: true });
  return display;
}

const watched = new WeakSet<Page>();

function watch(page: Page, consoleErrors: string[]): void {
  if (watched.has(page)) return;
  watched.add(page);
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(error.stack ?? error.message));
}

function collectLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.filter((line) => !HARMLESS_STDERR.test(line)));
  });
  return lines;
}

async function closeOrKill(app: ElectronApplication, kill: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), CLOSE_TIMEOUT_MS);
  });
  const outcome = await Promise.race([app.close().then(() => 'closed' as const), tooLong]);
  clearTimeout(timer);
  if (outcome === 'late') await kill();
}

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), ...extra };
}
