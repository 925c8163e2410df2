import { stderrLog } from '../../../../../electron/province/log.ts';
import { startHub } from '../../../../../electron/province/server.ts';

/** The hub in a process of its own: `FOLDER PORT [HOST]`. Prints its address once it listens. */
const [dataDir = '', port, host = '127.0.0.1'] = process.argv.slice(2);
const hub = await startHub({
  ...{ dataDir, host, port: Number(port), consoleDir: null },
  log: stderrLog('silent'),
});
process.stdout.write(`${hub.url}\n`);
