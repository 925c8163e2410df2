import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from '../run-script.ts';

/** An executable with the arguments that make it open its window. */
export interface Launchable {
  readonly command: string;
  readonly args: readonly string[];
}

const UNPACKED = 'out/packages/linux-unpacked';
const EMPTY_MAIN = `
import { app, BrowserWindow } from 'electron';
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  return window.loadFile('index.html');
});
`;

/** The packed application as `npm run dist` makes it, made anew from the present sources. Its folder. */
export async function packApplication(root: string): Promise<string> {
  await runScript(root, 'scripts/dist.mjs', ['dir']);
  const folder = join(root, UNPACKED);
  if (!existsSync(join(folder, 'diem-cau'))) throw new Error('the application could not be packed');
  return folder;
}

/** The runtime the packed application carries, as it came. */
export async function bareRuntime(root: string): Promise<string> {
  const { output } = await runScript(root, 'scripts/electron-runtime.mjs', []);
  return output.trim();
}

/** An application of one window with one line of text, the least there can be. `remove` when done. */
export async function emptyWindow(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-empty-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'empty', type: 'module', main: 'main.js' }));
  await writeFile(join(folder, 'main.js'), EMPTY_MAIN);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>empty</title><p>empty</p>');
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
