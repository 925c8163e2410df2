import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiTokenList } from '../../../shared/protocol/api-tokens.ts';
import type { DeliveryList, WebhookList } from '../../../shared/protocol/webhooks.ts';
import { NOW } from './fake-hub.ts';
import type { Handler } from './pages.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const TOKENS: ApiTokenList = {
  tokens: [
    {
      name: 'Bảng tin điều hành của tỉnh',
      scopes: ['readiness:read', 'attendance:read', 'meetings:read'],
      createdAt: NOW - DAY,
      expiresAt: NOW + 89 * DAY,
      lastUsedAt: NOW - 60_000,
      revokedAt: null,
    },
    {
      ...{ name: 'Phần mềm văn bản', scopes: ['reports:read', 'a-scope-of-tomorrow'] },
      ...{ createdAt: NOW - 9 * DAY, expiresAt: NOW + DAY, lastUsedAt: null, revokedAt: NOW - HOUR },
    },
    {
      ...{ name: 'Thử nghiệm', scopes: ['entries:read'] },
      ...{ createdAt: NOW - 99 * DAY, expiresAt: NOW - 9 * DAY, lastUsedAt: NOW - 10 * DAY, revokedAt: null },
    },
  ],
};

const WEBHOOKS: WebhookList = {
  webhooks: [
    {
      id: 'wh-1',
      url: 'https://bang-tin.tinh.example.vn/tiep-nhan/diem-cau?kenh=truc-tuyen',
      events: ['readiness.changed', 'incident.opened'],
      createdAt: NOW - DAY,
      ...{ stoppedBecause: null, waiting: 2, dead: 1, failures: 3, nextTryAt: NOW + 20_000 },
      oldSecretUntil: NOW + 20 * HOUR,
    },
    {
      ...{ id: 'wh-2', url: 'https://10.0.0.5/hook', events: ['meeting.changed'], createdAt: NOW - DAY },
      ...{ stoppedBecause: 'gone', waiting: 0, dead: 0, failures: 0, nextTryAt: null, oldSecretUntil: null },
    },
  ],
};

const DELIVERIES: DeliveryList = {
  deliveries: [
    { state: 'waiting' as const, tries: 3, outcome: '503' },
    { state: 'dead' as const, tries: 12, outcome: 'ECONNREFUSED' },
    { state: 'delivered' as const, tries: 1, outcome: '204' },
  ].map((one, index) => ({
    ...one,
    position: 9 - index,
    messageId: `msg_${index}`,
    type: index === 1 ? 'incident.opened' : 'readiness.changed',
    at: NOW - index * HOUR,
    lastTryAt: NOW - 1000,
  })),
};

/** The hub's answers about other systems; keeps what was asked to be done. */
export class FakeIntegrations {
  readonly asked: { readonly at: string; readonly body: unknown }[] = [];
  /** The OpenAPI document of a real hub, by language. */
  documents: Readonly<Record<string, unknown>> = {};

  readonly handle: Handler = (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/api/openapi.json') return send(response, this.documents[searchParams.get('lang') ?? 'vi']);
    if (pathname.startsWith('/api/v1/')) {
      this.asked.push({ at: request.url ?? '', body: request.headers.authorization ?? null });
      response.setHeader('etag', '"abc"');
      return send(response, { meetings: [] });
    }
    if (!/^\/api\/console\/(tokens|webhooks)/.test(pathname)) return false;
    if (request.method !== 'GET') void this.#done(pathname, request, response);
    else if (pathname.endsWith('/deliveries')) send(response, DELIVERIES);
    else send(response, pathname.includes('/tokens') ? TOKENS : WEBHOOKS);
    return true;
  };

  async #done(at: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    this.asked.push({ at, body: text === '' ? null : JSON.parse(text) });
    const secret = `whsec_${'k'.repeat(44)}`;
    const token = `dct_${'t'.repeat(43)}`;
    const issued = { name: 'Bảng tin', token, scopes: ['points:read'], expiresAt: NOW + 90 * DAY };
    const other = { id: 'wh-1', secret, oldUntil: NOW + DAY, delivered: false, outcome: '503', ms: 12, messages: 1 };
    send(response, { ...issued, ...other });
  }
}

function send(response: ServerResponse, body: unknown): true {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return true;
}
