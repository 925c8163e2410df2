import type { InjectOptions } from 'fastify';
import { headersOf } from './credentials.ts';
import type { HubWorld } from './hub-world.ts';
import type { OwnChain } from './lines.ts';
import type { Tried } from './requests.ts';

const HANG_MS = 20_000;

/** What the hub answered. `status` null: nothing within `HANG_MS`. */
export interface Answer {
  readonly status: number | null;
  readonly body: string;
}

/** Sends the request into the hub, as if over a socket. `chains` of the devices by their number. */
export async function ask(world: HubWorld, tried: Tried, chains: readonly OwnChain[]): Promise<Answer> {
  const { route, url, who, body, events } = tried;
  const headers: Record<string, string> = { ...(await headersOf(who, world)), ...tried.headers };
  const pushed = events !== null && who.as === 'device' ? await chains[who.which]?.push(events) : undefined;
  const sent: Pick<InjectOptions, 'payload' | 'headers'> = pushed
    ? { payload: { entries: [...pushed.lines] }, headers }
    : body === null
      ? { headers }
      : {
          payload: body.bytes,
          headers: {
            ...headers,
            'content-type': body.type,
            ...(body.encoding && { 'content-encoding': body.encoding }),
          },
        };
  const answer = await answered(world, { ...sent, method: route.method as 'GET', url });
  if (answer.status === 200) pushed?.taken();
  return answer;
}

async function answered({ app }: HubWorld, request: InjectOptions): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve({ status: null, body: '' }), HANG_MS);
  });
  // As a stream: what is sent without end is over when we have its head.
  const asked = app.inject({ ...request, payloadAsStream: true }).then(async (response): Promise<Answer> => {
    const { statusCode: status, headers } = response;
    const stream = response.stream();
    if (headers['content-type'] === 'text/event-stream') {
      stream.destroy();
      return { status, body: '' };
    }
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return { status, body: Buffer.concat(chunks).toString('latin1') };
  });
  try {
    return await Promise.race([asked, hang]);
  } finally {
    clearTimeout(timer);
  }
}
