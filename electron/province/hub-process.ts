import { parseArgs } from 'node:util';
import { findConsoleDir } from './console-dir.ts';
import { stderrLog } from './log.ts';
import { DEFAULT_HOST, DEFAULT_PORT, startHub } from './server.ts';

/** The hub as a process of its own beside the console's window. Tells its parent `{ ready: true, url }` once it listens. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      host: { type: 'string', default: DEFAULT_HOST },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      database: { type: 'string' },
    },
  });
  if (values.data === undefined) throw new Error('--data is missing');
  const hub = await startHub({
    dataDir: values.data,
    database: values.database ?? process.env.DIEM_CAU_DATABASE,
    host: values.host,
    port: Number(values.port),
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
  // Electron's utility process has a port to its parent; plain Node has none.
  const parent: { postMessage(message: unknown): void } | undefined = process.parentPort;
  parent?.postMessage({ ready: true, url: hub.url });
}

main().catch((error: unknown) => {
  process.stderr.write(`the hub could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
