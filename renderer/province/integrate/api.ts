import { z } from 'zod';
import { apiTokenIssued, apiTokenList, type NewApiToken } from '../../../shared/protocol/api-tokens.ts';
import {
  deliveryList,
  type NewWebhook,
  replayed,
  webhookList,
  webhookMade,
  webhookSecret,
  webhookTest,
} from '../../../shared/protocol/webhooks.ts';
import type { Locale } from '../../../shared/strings/translator.ts';
import { call, done, GET, posted } from '../hub-call.ts';

const TOKENS = '/api/console/tokens';
const WEBHOOKS = '/api/console/webhooks';
const hook = (id: string) => `${WEBHOOKS}/${encodeURIComponent(id)}`;

/** One call of the API, as the document describes it: what the page to try it shows. */
export const operation = z.object({
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      description: z.string().optional(),
      schema: z.looseObject({}),
    }),
  ),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: z.unknown().optional() })),
});
export type Operation = z.infer<typeof operation>;

const apiDocument = z.object({
  info: z.object({ description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});
export type ApiDocument = z.infer<typeof apiDocument>;

/** Other systems, as an administrator sees them. */
export const integrateApi = {
  tokens: () => call(TOKENS, GET, apiTokenList),
  addToken: (asked: NewApiToken) => call(TOKENS, posted(asked), apiTokenIssued),
  revokeToken: (name: string) => call(`${TOKENS}/${encodeURIComponent(name)}/revocation`, posted({}), done),
  webhooks: () => call(WEBHOOKS, GET, webhookList),
  addWebhook: (asked: NewWebhook) => call(WEBHOOKS, posted(asked), webhookMade),
  removeWebhook: (id: string) => call(hook(id), { method: 'DELETE' }, done),
  setRunning: (id: string, running: boolean) => call(`${hook(id)}/state`, posted({ running }), done),
  replaceSecret: (id: string) => call(`${hook(id)}/secret`, posted({}), webhookSecret),
  testWebhook: (id: string) => call(`${hook(id)}/test`, posted({}), webhookTest),
  deliveries: (id: string) => call(`${hook(id)}/deliveries`, GET, deliveryList),
  replay: (id: string, position: number | null) => call(`${hook(id)}/replays`, posted({ position }), replayed),
  document: (locale: Locale) => call(`/api/openapi.json?lang=${locale}`, GET, apiDocument),
};
