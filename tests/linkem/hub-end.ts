import { createServer } from 'node:http';
import { startLinkResponder } from '../../electron/province/link/responder.ts';

/** The far end of an emulated link: the real responder, and a plain HTTP door that hands out grants. */
export const HUB_END_PORT = 8080;

const responder = await startLinkResponder({ host: '0.0.0.0', log: console });
createServer((_request, reply) => {
  reply.setHeader('content-type', 'application/json');
  reply.end(JSON.stringify(responder.grant()));
}).listen(HUB_END_PORT, '0.0.0.0');
