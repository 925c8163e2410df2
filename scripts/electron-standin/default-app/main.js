/**
 * Loads the app whose folder stands on the command line, as Electron's own default app does: `electron [-r FILE] PATH`.
 * It must be an ES module that awaits the app's main: `protocol.registerSchemesAsPrivileged` works only before `ready`,
 * and Electron holds `ready` back until this module has finished.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';

const { appPath, preloads } = readCommandLine(process.argv.slice(1));
try {
  await load(appPath);
} catch (error) {
  process.stderr.write(`Cannot load the app in ${appPath}: ${error instanceof Error ? error.stack : error}\n`);
  if (process.stderr.isTTY) dialog.showErrorBox('Electron', String(error));
  app.exit(1);
}

function readCommandLine(args) {
  const preloads = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '-r' || arg === '--require') preloads.push(args[++i]);
    else if (!arg.startsWith('-')) return { appPath: resolve(arg), preloads };
  }
  return { appPath: process.cwd(), preloads };
}

async function load(path) {
  const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  app.setName(description.productName ?? description.name);
  if (description.version) app.setVersion(description.version);
  app.setAppPath(path);
  app.setDesktopName(description.desktopName ?? `${app.getName()}.desktop`);
  app.setPath('userData', join(app.getPath('appData'), app.getName()));
  const require = createRequire(join(path, 'package.json'));
  for (const file of preloads) require(resolve(file));
  await import(pathToFileURL(join(path, description.main ?? 'index.js')).href);
}
