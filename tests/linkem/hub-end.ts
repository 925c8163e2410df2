import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { startLinkResponder } from '../../electron/province/link/responder.ts';

/**
 * The far end of an emulated link: the real responder, and a plain HTTP door that hands out grants.
 * `CUT_AFTER_MS` cuts the link so long after a grant: without a word to the near end.
 */
const PORT = 8080;
const cutAfterMs = Number(process.env.CUT_AFTER_MS ?? Number.NaN);

const responder = await startLinkResponder({ host: '0.0.0.0', log: console });
createServer((_request, reply) => {
  reply.setHeader('content-type', 'application/json');
  reply.end(JSON.stringify(responder.grant()));
  if (cutAfterMs >= 0) setTimeout(() => execFile('ip', ['link', 'set', 'lnk0', 'down']), cutAfterMs);
}).listen(PORT, '0.0.0.0');
