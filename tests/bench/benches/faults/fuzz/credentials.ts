import fc from 'fast-check';
import type { Access } from '../../../../../electron/province/http/route-doc.ts';
import { SCOPES } from '../../../../../shared/protocol/api-tokens.ts';
import { ROLES } from '../../../../../shared/protocol/console.ts';
import { may } from '../../../../../shared/protocol/rights.ts';
import type { HubWorld } from './hub-world.ts';
import { NASTY_TEXTS } from './nasty.ts';

type Headers = Record<string, string>;
const COOKIE = 'diem-cau-session';
const FALSE_CLAIMS = [
  { exp: 1 },
  { iat: -1e15, exp: 1e15 },
  { aud: 'another hub' },
  { iss: 'another device' },
  { jti: 'short' },
  { iat: 1e308, exp: 1e308 },
] as const;

/** As whom a request comes. */
export type Credential =
  | { readonly as: 'nobody' }
  | { readonly as: 'device'; readonly which: 0 | 1 | 2 }
  | { readonly as: 'false-device'; readonly claims: number }
  | { readonly as: 'session'; readonly role: (typeof ROLES)[number] }
  | { readonly as: 'token'; readonly scope: (typeof SCOPES)[number] }
  | { readonly as: 'rubbish'; readonly text: string; readonly where: 'cookie' | 'authorization' };

/** Mostly somebody who may, or a request would never come far; else anybody. */
export function credentialFor(access: Access): fc.Arbitrary<Credential> {
  return fc.oneof({ weight: 7, arbitrary: entitled(access) }, { weight: 3, arbitrary: ANY });
}

const ANY: fc.Arbitrary<Credential> = fc.oneof(
  fc.constant<Credential>({ as: 'nobody' }),
  fc.constantFrom<Credential>(...([0, 1, 2] as const).map((which) => ({ as: 'device', which }) as const)),
  fc.nat(FALSE_CLAIMS.length - 1).map((claims): Credential => ({ as: 'false-device', claims })),
  fc.constantFrom(...ROLES).map((role): Credential => ({ as: 'session', role })),
  fc.constantFrom(...SCOPES).map((scope): Credential => ({ as: 'token', scope })),
  fc
    .tuple(fc.constantFrom(...NASTY_TEXTS), fc.constantFrom('cookie' as const, 'authorization' as const))
    .map(([text, where]): Credential => ({ as: 'rubbish', text, where })),
);

function entitled(access: Access): fc.Arbitrary<Credential> {
  switch (access.by) {
    case 'anyone':
      return ANY;
    case 'device':
      return fc.constantFrom<Credential>({ as: 'device', which: 0 }, { as: 'device', which: 1 });
    case 'token':
      return fc.constantFrom<Credential>({ as: 'token', scope: access.scope }, { as: 'session', role: 'admin' });
    case 'session':
      return fc
        .constantFrom(...ROLES.filter((role) => isEntitled({ as: 'session', role }, access)))
        .map((role): Credential => ({ as: 'session', role }));
  }
}

/** Whether the route may do anything for them. */
export function isEntitled(who: Credential, access: Access): boolean {
  switch (access.by) {
    case 'anyone':
      return true;
    case 'device':
      return who.as === 'device' && who.which !== 2;
    case 'session':
      return access.right === null || (who.as === 'session' && may(who.role, access.right));
    case 'token':
      if (who.as === 'token') return who.scope === access.scope;
      return who.as === 'session' && may(who.role, access.right);
  }
}

/** The headers of a request of theirs, as they stand in this world. */
export async function headersOf(who: Credential, { askers, hubId }: HubWorld): Promise<Headers> {
  switch (who.as) {
    case 'nobody':
      return {};
    case 'device':
      return { authorization: `Bearer ${await askers.devices[who.which].token(hubId, Date.now())}` };
    case 'false-device': {
      const token = await askers.devices[0].token(hubId, Date.now(), FALSE_CLAIMS[who.claims]);
      return { authorization: `Bearer ${token}` };
    }
    case 'session':
      return { cookie: `${COOKIE}=${askers.sessions[who.role]}` };
    case 'token':
      return { authorization: `Bearer ${askers.tokens[who.scope]}` };
    case 'rubbish':
      return who.where === 'cookie'
        ? { cookie: `${COOKIE}=${asHeader(who.text)}` }
        : { authorization: asHeader(who.text) };
  }
}

/** What may stand in a header at all; a socket carries nothing else. */
export function asHeader(text: string): string {
  return text.replace(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '?').slice(0, 8000);
}
