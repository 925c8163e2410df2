import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { startLinkResponder } from '../../electron/province/link/responder.ts';

/**
 * The far end of an emulated link: the real responder, and a plain HTTP door that hands out grants. So long after a grant
 * `CUT_AFTER_MS` cuts the link, without a word to the near end, and `CHANGE_AFTER_MS` changes its rates.
 */
const PORT = 8080;
const emulator = Number(process.env.LINK_EMULATOR);

const responder = await startLinkResponder({ host: '0.0.0.0', log: console });
createServer((_request, reply) => {
  reply.setHeader('content-type', 'application/json');
  reply.end(JSON.stringify(responder.grant()));
  after(process.env.CUT_AFTER_MS, () => execFile('ip', ['link', 'set', 'lnk0', 'down']));
  after(process.env.CHANGE_AFTER_MS, () => process.kill(emulator, 'SIGUSR2'));
}).listen(PORT, '0.0.0.0');

function after(ms: string | undefined, work: () => void): void {
  if (ms !== undefined) setTimeout(work, Number(ms));
}
