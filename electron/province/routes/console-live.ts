import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ok } from '../../../shared/result.ts';
import { authenticateMember } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, HANDLED } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';
import type { LiveNews } from '../live-bus.ts';

const HEARTBEAT_MS = 15_000;
const MOST_UNREAD_BYTES = 4 * 1024 * 1024;

/**
 * Server-sent events: a `readiness` event with each row that changes, an `attendance` event naming a point whose roll call
 * does, a comment now and then so that proxies keep the line open.
 * Nothing is replayed: after a break the console reads the table again.
 */
export function liveRoute(app: FastifyInstance, deps: HubDeps): void {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  addRoute(app, {
    method: 'GET',
    url: '/api/console/live',
    doc: {
      vi: 'Thay đổi trực tiếp (server-sent events): readiness, attendance.',
      en: 'Changes as they happen (server-sent events): readiness, attendance.',
      access: bySession('read'),
      produces: ['text/event-stream'],
    },
    authenticate: (request) => authenticateMember(deps, request, 'read'),
    async handle({ request, reply }) {
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.hijack();
      const end = stream(deps, request, reply.raw, () => open.delete(end));
      open.add(end);
      return ok(HANDLED);
    },
  });
}

function stream(deps: HubDeps, request: FastifyRequest, response: ServerResponse, ended: () => void): () => void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 2000\n\n');
  const unsubscribe = deps.live.subscribe(
    (news) => {
      // A console that no longer reads would pile up here; it connects again and reads the table anew.
      if (response.writableLength > MOST_UNREAD_BYTES) return end();
      response.write(eventOf(news));
      // Whoever may have missed something connects again and reads everything anew.
    },
    () => end(),
  );
  const end = () => {
    clearInterval(heartbeat);
    unsubscribe();
    response.end();
    ended();
  };
  const heartbeat = setInterval(() => {
    // A session that ended or expired meanwhile ends its stream too.
    authenticateMember(deps, request, 'read').then(
      (member) => (member.ok ? response.write(': still here\n\n') : end()),
      end,
    );
  }, HEARTBEAT_MS);
  response.on('close', end);
  return end;
}

function eventOf(news: LiveNews): string {
  if (news.kind === 'readiness') return `event: readiness\ndata: ${JSON.stringify(news.update)}\n\n`;
  const { kind, ...changed } = news;
  return `event: ${kind}\ndata: ${JSON.stringify(changed)}\n\n`;
}
