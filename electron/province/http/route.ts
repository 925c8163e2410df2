import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { z } from 'zod';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { noteRoute } from './documented.ts';
import { sendError } from './failure.ts';
import type { RouteDoc } from './route-doc.ts';

/** What a handler gets: who asks, and what was asked, already checked. */
export interface Asked<Who, Params, Query, Body> {
  readonly who: Who;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * One route: its contract is the zod schemas, its failures are values.
 * A handler that answered by itself (a stream, a file) returns `HANDLED`.
 */
export interface RouteSpec<Who, Params, Query, Body, Answer> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly doc: RouteDoc;
  /** Runs before the body is read: nobody unknown makes us parse anything. */
  readonly authenticate: (request: FastifyRequest) => Promise<Result<Who, AppError>>;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** The answer's schema: its type must match what `handle` returns. */
  readonly answer?: z.ZodType<Answer>;
  readonly options?: Pick<RouteShorthandOptions, 'bodyLimit' | 'config'>;
  readonly handle: (
    asked: Asked<Who, Params, Query, Body>,
  ) => Promise<Result<NoInfer<Answer> | typeof HANDLED, AppError>>;
}

export const HANDLED = Symbol('handled');

/** For routes that everybody may call. */
export const anyone = async (): Promise<Result<null, AppError>> => ok(null);

export function addRoute<Who, Params = null, Query = null, Body = null, Answer = null>(
  app: FastifyInstance,
  spec: RouteSpec<Who, Params, Query, Body, Answer>,
): void {
  const known = new WeakMap<FastifyRequest, { readonly who: Who }>();
  const { method, url, doc, params, query, body, answer } = spec;
  noteRoute(app, { method, url, doc, params, query, body, answer, rateLimited: spec.options?.config !== undefined });
  app.route({
    method: spec.method,
    url: spec.url,
    ...spec.options,
    onRequest: async (request, reply) => {
      const who = await spec.authenticate(request);
      if (!who.ok) return sendError(reply, who.error);
      known.set(request, { who: who.value });
    },
    handler: async (request, reply) => {
      const asker = known.get(request);
      if (asker === undefined) throw new Error('a handler ran without its authentication');
      const asked = readAsked(spec, request);
      if (!asked.ok) return sendError(reply, asked.error);
      const answer = await spec.handle({ ...asked.value, who: asker.who, request, reply });
      if (!answer.ok) return sendError(reply, answer.error);
      if (answer.value === HANDLED) return reply;
      return reply.send(answer.value);
    },
  });
}

function readAsked<Who, Params, Query, Body, Answer>(
  spec: RouteSpec<Who, Params, Query, Body, Answer>,
  request: FastifyRequest,
): Result<Pick<Asked<Who, Params, Query, Body>, 'params' | 'query' | 'body'>, AppError> {
  const params = parse(spec.params, withoutNul(request.params));
  if (!params.ok) return params;
  const query = parse(spec.query, withoutNul(request.query));
  if (!query.ok) return query;
  const body = parse(spec.body, request.body);
  if (!body.ok) return body;
  return ok({ params: params.value, query: query.value, body: body.value });
}

/** PostgreSQL takes no text with this character, so nothing there is is named by one: null where any of the values has it. */
function withoutNul(values: unknown): unknown {
  return Object.values(values ?? {}).some((value) => String(value).includes('\0')) ? null : values;
}

function parse<T>(schema: z.ZodType<T> | undefined, value: unknown): Result<T, AppError> {
  // Without a schema the type parameter is its default, null.
  if (schema === undefined) return ok(null as T);
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return appErr('input-invalid', { field: parsed.error.issues[0]?.path.join('.') || 'body' });
}
