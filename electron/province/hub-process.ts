import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AppError, appErr } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';
import { putFirstAccount } from './accounts/first.ts';
import { findConsoleDir } from './console-dir.ts';
import { stderrLog } from './log.ts';
import { LostProvince } from './lost-province.ts';
import { DEFAULT_HOST, DEFAULT_PORT, startHub } from './server.ts';

const OPTIONS = {
  data: { type: 'string' },
  host: { type: 'string', default: DEFAULT_HOST },
  port: { type: 'string', default: String(DEFAULT_PORT) },
  database: { type: 'string' },
  'public-url': { type: 'string' },
  name: { type: 'string' },
  hotline: { type: 'string' },
  'first-account': { type: 'boolean', default: false },
} as const;

const firstMessage = z.object({ first: z.object({ username: z.string(), password: z.string() }) });

/**
 * The hub as a process of its own beside the console's window. Tells its parent `{ ready: true, url, pin }` once it listens, or
 * `{ ready: false, error }` why it does not.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.data === undefined) throw new Error('--data is missing');
  const store = { dataDir: values.data, database: values.database ?? process.env.DIEM_CAU_DATABASE };
  if (values['first-account']) {
    const made = await putFirstAccount(store, await firstAccount());
    if (!made.ok) return tell({ ready: false, error: made.error });
  }
  const hub = await startHub({
    ...store,
    host: values.host,
    port: Number(values.port),
    publicUrl: values['public-url'],
    name: values.name,
    hotline: values.hotline,
    consoleDir: findConsoleDir(import.meta.dirname),
    log: stderrLog(),
  });
  const end = () => {
    hub.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // This machine reaches what listens to all networks by its own loopback, whatever name others call it by.
  const url = hub.pin === null ? hub.url : `https://127.0.0.1:${values.port}`;
  tell({ ready: true, url, pin: hub.pin });
}

/** Electron's utility process has a port to its parent; plain Node has none. */
const parent: ParentPort | undefined = process.parentPort;

interface ParentPort {
  postMessage(message: unknown): void;
  once(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function tell(
  message: { readonly ready: true; url: string; pin: string | null } | { ready: false; error: AppError },
): void {
  parent?.postMessage(message);
}

function firstAccount(): Promise<z.infer<typeof firstMessage>['first']> {
  return new Promise((resolve, reject) => {
    if (!parent) return reject(new Error('--first-account is for a parent that sends it'));
    parent.once('message', ({ data }) => resolve(firstMessage.parse(data).first));
  });
}

/** What a person at the screen can do something about. */
function asFailure(error: unknown): Result<never, AppError> | null {
  if (error instanceof LostProvince) return err(error.failure);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE' || code === 'EACCES') return appErr('port-taken');
  return code === 'EADDRNOTAVAIL' ? appErr('address-not-here') : null;
}

main().catch((error: unknown) => {
  const failure = asFailure(error);
  process.stderr.write(`the hub could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  if (failure && !failure.ok && parent) return tell({ ready: false, error: failure.error });
  process.exit(1);
});
