import { stderrLog } from '../../../../../electron/province/log.ts';
import { startHub } from '../../../../../electron/province/server.ts';

/** The hub in a process of its own: `FOLDER PORT`. Prints its address once it listens. */
const [dataDir = '', port] = process.argv.slice(2);
const hub = await startHub({
  ...{ dataDir, host: '127.0.0.1', port: Number(port), consoleDir: null },
  log: stderrLog('silent'),
});
process.stdout.write(`${hub.url}\n`);
