import type { ErrorCode } from '../../../shared/errors.ts';
import type { Scope } from '../../../shared/protocol/api-tokens.ts';
import type { Right } from '../../../shared/protocol/rights.ts';

/** Who may call a route. `token`: another system by a token with the scope, or a person of the console with the right. */
export type Access =
  | { readonly by: 'anyone' }
  | { readonly by: 'device' }
  | { readonly by: 'session'; readonly right: Right | null }
  | { readonly by: 'token'; readonly scope: Scope; readonly right: Right };

export const BY_ANYONE: Access = { by: 'anyone' };
export const BY_DEVICE: Access = { by: 'device' };
/** Null: whoever has a session, or just ends one. */
export const bySession = (right: Right | null): Access => ({ by: 'session', right });
export const byToken = (scope: Scope, right: Right): Access => ({ by: 'token', scope, right });

/** What the OpenAPI document says of a route beside its schemas. A test holds each route to its `access`. */
export interface RouteDoc {
  /** One sentence in each language: what the route does or answers. */
  readonly vi: string;
  readonly en: string;
  readonly access: Access;
  /** Expected failures of its own. Those of access, of reading what was asked and of rate limits are added. */
  readonly errors?: readonly ErrorCode[];
  /** Media types answered besides or, where `answer` is missing, instead of JSON. */
  readonly produces?: readonly string[];
  /** Media types of the body where it is not JSON. */
  readonly consumes?: readonly string[];
  /** Answers nothing but the status 204. */
  readonly empty?: boolean;
  /** Answers 304 when `If-None-Match` names the ETag. */
  readonly etag?: boolean;
}
