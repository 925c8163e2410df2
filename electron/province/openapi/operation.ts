import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../../../shared/errors.ts';
import { failureBody } from '../../../shared/protocol/failure.ts';
import { errorText } from '../../../shared/strings/check-text.ts';
import type { Translator } from '../../../shared/strings/translator.ts';
import type { DocumentedRoute } from '../http/documented.ts';
import type { Access } from '../http/route-doc.ts';
import type { JsonSchema, Schemas } from './schemas.ts';

const JSON_TYPE = 'application/json';

/** One route as an OpenAPI operation in one language. */
export function operationOf(route: DocumentedRoute, schemas: Schemas, words: Translator): JsonSchema {
  const { doc } = route;
  return {
    operationId: operationId(route),
    tags: [tagOf(route.url)],
    summary: doc[words.locale],
    description: accessText(doc.access, words),
    security: securityOf(doc.access),
    parameters: [...parametersOf(route, schemas, words)],
    ...(route.body && { requestBody: { required: true, content: bodyContent(route, schemas) } }),
    responses: { ...successOf(route, schemas, words), ...failuresOf(route, schemas, words) },
  };
}

/** Of the method and the path, as in `getConsoleMeetingsIdReadiness`. */
export function operationId({ method, url }: Pick<DocumentedRoute, 'method' | 'url'>): string {
  const words = url.split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && word !== 'api');
  return method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}

/** `console`, `point`, `v1`, …: what comes after `/api/`. */
export function tagOf(url: string): string {
  const [, , first = ''] = url.split('/');
  return ['console', 'point', 'v1', 'reports'].includes(first) ? first : 'service';
}

function* parametersOf(route: DocumentedRoute, schemas: Schemas, { t }: Translator): Generator<JsonSchema> {
  for (const [place, schema] of [
    ['path', route.params],
    ['query', route.query],
  ] as const) {
    if (!(schema instanceof z.ZodObject)) continue;
    for (const [name, of] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
      const required = place === 'path' || !of.safeParse(undefined).success;
      const description = of.description;
      yield { name, in: place, required, schema: schemas.asked(of), ...(description && { description }) };
    }
  }
  if (route.doc.etag) {
    const description = t('apiDoc.ifNoneMatch');
    yield { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' }, description };
  }
}

function bodyContent({ body, doc }: DocumentedRoute, schemas: Schemas): JsonSchema {
  if (body === undefined) return {};
  if (doc.consumes === undefined) return { [JSON_TYPE]: { schema: schemas.asked(body) } };
  return Object.fromEntries(doc.consumes.map((type) => [type, {}]));
}

function successOf({ answer, doc }: DocumentedRoute, schemas: Schemas, { t }: Translator): JsonSchema {
  if (doc.empty) return { 204: { description: t('apiDoc.done') } };
  const other = (doc.produces ?? []).map((type) => [type, { schema: { type: 'string' } }] as const);
  const json = answer === undefined ? [] : [[JSON_TYPE, { schema: schemas.answered(answer) }] as const];
  const content = [...json, ...other];
  const nothing = [[JSON_TYPE, { schema: { type: 'null' } }] as const];
  const headers = doc.etag && { headers: { ETag: { schema: { type: 'string' }, description: t('apiDoc.etag') } } };
  return {
    200: {
      description: t('apiDoc.done'),
      ...headers,
      content: Object.fromEntries(content.length === 0 ? nothing : content),
    },
    ...(doc.etag && { 304: { description: t('apiDoc.notModified') } }),
  };
}

function failuresOf(route: DocumentedRoute, schemas: Schemas, words: Translator): JsonSchema {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of failureCodes(route)) {
    byStatus.set(ERRORS[code], [...(byStatus.get(ERRORS[code]) ?? []), code]);
  }
  const content = { [JSON_TYPE]: { schema: schemas.answered(failureBody) } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const description = codes.map((code) => `\`${code}\`: ${saysOf(words, code)}`).join('\n\n');
      return [status, { description, content }];
    }),
  );
}

/** All expected failures of a route. */
export function failureCodes({ doc, params, query, body, rateLimited }: DocumentedRoute): readonly ErrorCode[] {
  const asked = params !== undefined || query !== undefined || body !== undefined;
  return [
    ...new Set<ErrorCode>([
      ...ofAccess(doc.access),
      ...(asked ? (['input-invalid'] as const) : []),
      ...(doc.errors ?? []),
      ...(rateLimited ? (['rate-limited'] as const) : []),
      'internal',
    ]),
  ];
}

function ofAccess(access: Access): readonly ErrorCode[] {
  switch (access.by) {
    case 'anyone':
      return [];
    case 'device':
      return ['auth-required', 'auth-clock', 'enrolment-missing', 'device-revoked'];
    case 'session':
      return access.right === null ? ['auth-forbidden'] : ['auth-required', 'auth-forbidden'];
    case 'token':
      return ['auth-required', 'auth-forbidden'];
  }
}

function saysOf(words: Translator, code: ErrorCode): string {
  // Values are told where the failure happens; here their names stand.
  return errorText(words, { code, values: {} }).says;
}

function securityOf(access: Access): readonly JsonSchema[] {
  switch (access.by) {
    case 'anyone':
      return [];
    case 'device':
      return [{ device: [] }];
    case 'session':
      return access.right === null ? [] : [{ session: [] }];
    case 'token':
      return [{ token: [access.scope] }, { session: [] }];
  }
}

function accessText(access: Access, { t }: Translator): string {
  switch (access.by) {
    case 'anyone':
      return t('apiDoc.access.anyone');
    case 'device':
      return t('apiDoc.access.device');
    case 'session':
      return access.right === null ? t('apiDoc.access.page') : t('apiDoc.access.session', { right: access.right });
    case 'token':
      return t('apiDoc.access.token', { scope: access.scope, right: access.right });
  }
}
