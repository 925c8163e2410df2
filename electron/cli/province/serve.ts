import { once } from 'node:events';
import type { BothWays } from '../../../shared/policy/link-tests.ts';
import { findConsoleDir } from '../../province/console-dir.ts';
import { fileLog, stderrLog } from '../../province/log.ts';
import { DEFAULT_HOST, DEFAULT_PORT, startHub } from '../../province/server.ts';
import { CliError, type Command, EXIT, messageOf, parseCommand, printLine, wholeNumber } from '../cli.ts';
import { inWords, STORE_OPTIONS, STORE_USAGE, storeOf } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  host: { type: 'string', default: DEFAULT_HOST },
  port: { type: 'string', default: String(DEFAULT_PORT) },
  'public-url': { type: 'string' },
  name: { type: 'string' },
  hotline: { type: 'string' },
  'line-mbps': { type: 'string' },
  'link-port': { type: 'string', default: '0' },
  'trust-proxy': { type: 'string' },
  log: { type: 'string' },
  quiet: { type: 'boolean', default: false },
} as const;

export const serve: Command = {
  usage: `${STORE_USAGE} [--host ${DEFAULT_HOST}] [--port N] [--public-url URL] [--name NAME] [--hotline NUMBER] [--line-mbps DOWN/UP] [--link-port N] [--trust-proxy ADDRESSES] [--log FILE] [--quiet]`,
  summary:
    'Runs the hub until it is told to end (SIGTERM, SIGINT). Port 0 takes a free one. Other hosts than loopback get TLS. --line-mbps: what link tests may take of its line to and from the points, in place of the policy. --link-port: the UDP and TCP port of link tests, to be opened in a firewall; any free ones without. --trust-proxy: addresses or networks, after commas, of the balancer before this hub, which then tells who asks. --log: into this file, set aside when it is full (FILE.1 … FILE.4), in place of stderr.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const hub = await startHub({
      ...storeOf(values),
      host: values.host,
      port: wholeNumber('port', values.port, 0, 65535),
      publicUrl: values['public-url'],
      name: values.name,
      hotline: values.hotline,
      lineMbps: lineOf(values['line-mbps']),
      linkPort: wholeNumber('link-port', values['link-port'], 0, 65535),
      proxy: values['trust-proxy'],
      consoleDir: findConsoleDir(import.meta.dirname),
      log: logOf(values.log, values.quiet ? 'warn' : 'info'),
    }).catch((error: unknown) => {
      throw inWords(error, `the hub could not start: ${messageOf(error)}`);
    });
    const ended = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    if (values.json) process.stdout.write(`${JSON.stringify({ url: hub.url, hubId: hub.hubId })}\n`);
    else printLine(`ready ${hub.url} ${hub.hubId}`);
    await ended;
    await hub.stop();
    return 0;
  },
};

function logOf(file: string | undefined, level: 'warn' | 'info') {
  return file === undefined ? stderrLog(level) : fileLog(file, level);
}

function lineOf(text: string | undefined): BothWays | undefined {
  if (text === undefined) return undefined;
  const [, down, up] = /^(\d{1,5}(?:\.\d+)?)\/(\d{1,5}(?:\.\d+)?)$/.exec(text) ?? [];
  if (!(Number(down) > 0 && Number(up) > 0)) {
    throw new CliError(`--line-mbps takes two rates as in 200/100, not "${text}"`, EXIT.usage);
  }
  return { down: Number(down), up: Number(up) };
}
