import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { TestHub } from '../../electron/province/hub.ts';

/** Hands the page's requests to a real hub in this process. Live updates stay open and silent. False for what is not the hub's. */
export function throughHub(hub: TestHub | null, request: IncomingMessage, response: ServerResponse): boolean {
  const url = request.url ?? '/';
  if (!url.startsWith('/api/') || hub === null) return false;
  if (url === '/api/console/live') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 60000\n\n');
    return true;
  }
  void answer(hub, request, response);
  return true;
}

async function answer(hub: TestHub, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host = '', origin, cookie, 'content-type': type } = request.headers;
  const payload = await buffer(request);
  const answered = await hub.app.inject({
    method: request.method as 'GET',
    url: request.url ?? '/',
    headers: { host, ...(origin && { origin }), ...(cookie && { cookie }), ...(type && { 'content-type': type }) },
    ...(payload.length > 0 && { payload }),
  });
  const headers = Object.entries(answered.headers).filter(([name]) => /^(content-|set-cookie|cache)/.test(name));
  response
    .writeHead(answered.statusCode, Object.fromEntries(headers) as Record<string, string>)
    .end(answered.rawPayload);
}
