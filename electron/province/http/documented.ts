import type { FastifyInstance, HTTPMethods } from 'fastify';
import type { z } from 'zod';
import type { RouteDoc } from './route-doc.ts';

/** A route as the OpenAPI document needs it. */
export interface DocumentedRoute {
  readonly method: HTTPMethods & string;
  readonly url: string;
  readonly doc: RouteDoc;
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
  readonly answer?: z.ZodType | undefined;
  readonly rateLimited: boolean;
}

const routes = new WeakMap<object, DocumentedRoute[]>();

/** Notes a route of this hub. Plugins of one hub share its server. */
export function noteRoute(app: FastifyInstance, route: DocumentedRoute): void {
  const known = routes.get(app.server);
  if (known) known.push(route);
  else routes.set(app.server, [route]);
}

/** All that were noted, in the order they were added. */
export function documentedRoutes(app: FastifyInstance): readonly DocumentedRoute[] {
  return routes.get(app.server) ?? [];
}
