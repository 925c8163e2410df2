import type { FastifyInstance } from 'fastify';
import type { Right } from '../../../shared/protocol/rights.ts';
import { authenticateChange } from '../auth/member-change.ts';
import { authenticateMember, type Member } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import type { Doing } from '../meetings/doing.ts';
import { addRoute, type RouteSpec } from './route.ts';
import { bySession, type RouteDoc } from './route-doc.ts';

type MemberSpec<Params, Query, Body, Answer> = Omit<
  RouteSpec<Member, Params, Query, Body, Answer>,
  'authenticate' | 'doc'
> & { readonly right: Right; readonly doc: Omit<RouteDoc, 'access'> };

/** A route for people at the console who have the right; what changes something must come from our own page. */
export function memberRoute<Params = null, Query = null, Body = null, Answer = null>(
  app: FastifyInstance,
  deps: HubDeps,
  { right, doc, ...spec }: MemberSpec<Params, Query, Body, Answer>,
): void {
  const check = spec.method === 'GET' ? authenticateMember : authenticateChange;
  addRoute<Member, Params, Query, Body, Answer>(app, {
    ...spec,
    doc: { ...doc, access: bySession(right) },
    authenticate: (request) => check(deps, request, right),
  });
}

/** Who does it and when, for the audit log. */
export function doingOf(deps: HubDeps, who: Member): Doing {
  return { actor: `account:${who.username}`, now: deps.clock.now() };
}
