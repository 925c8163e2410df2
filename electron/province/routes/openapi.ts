import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok } from '../../../shared/result.ts';
import { createTranslator, type Locale } from '../../../shared/strings/translator.ts';
import type { HubDeps } from '../deps.ts';
import { documentedRoutes } from '../http/documented.ts';
import { sendTagged } from '../http/etag.ts';
import { addRoute, anyone, HANDLED } from '../http/route.ts';
import { BY_ANYONE } from '../http/route-doc.ts';
import { openapiDocument } from '../openapi/document.ts';

const query = z.object({ lang: z.enum(['vi', 'en']).default('vi') });

/** The OpenAPI document of every route of this hub. It tells what can be asked, and nothing that was. */
export function openapiRoute(app: FastifyInstance, _deps: HubDeps): void {
  const made = new Map<Locale, object>();
  addRoute(app, {
    method: 'GET',
    url: '/api/openapi.json',
    doc: {
      vi: 'Tài liệu OpenAPI này.',
      en: 'This OpenAPI document.',
      access: BY_ANYONE,
      etag: true,
    },
    authenticate: anyone,
    query,
    answer: z.looseObject({ openapi: z.string() }),
    async handle({ query: { lang }, request, reply }) {
      const document = made.get(lang) ?? openapiDocument(documentedRoutes(app), createTranslator(lang));
      made.set(lang, document);
      sendTagged(request, reply, document);
      return ok(HANDLED);
    },
  });
}
