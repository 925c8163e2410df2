import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { type Role, role } from '../../../shared/protocol/console.ts';
import { may, type Right } from '../../../shared/protocol/rights.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { deleteSession, findAccount, findSessionAccount, insertSession } from '../db/access.ts';
import { addAudit } from '../db/audit.ts';
import type { AccountsTable } from '../db/schema.ts';
import type { HubDeps } from '../deps.ts';
import { beginTry, endTries } from './lock-out.ts';
import { passwordMatches } from './password.ts';
import { newSecret, secretHash } from './secrets.ts';

const COOKIE = 'diem-cau-session';
const LIFE_MS = 12 * 60 * 60_000;

/** A person signed in at the console. */
export interface Member {
  readonly username: string;
  readonly role: Role;
}

/** Errors: `auth-required` without a living session, `auth-forbidden` when the role lacks the right. */
export async function authenticateMember(
  deps: HubDeps,
  request: FastifyRequest,
  right: Right,
): Promise<Result<Member, AppError>> {
  const token = request.cookies[COOKIE];
  if (token === undefined) return appErr('auth-required');
  const account = await findSessionAccount(deps.db, secretHash(token), deps.clock.now());
  if (account === undefined) return appErr('auth-required');
  const member = asMember(account);
  return may(member.role, right) ? ok(member) : appErr('auth-forbidden');
}

/** Signs in and sets the cookie. Errors: `auth-wrong`, `auth-locked`, `auth-disabled`. */
export async function signIn(
  deps: HubDeps,
  reply: FastifyReply,
  credentials: { readonly username: string; readonly password: string },
): Promise<Result<Member, AppError>> {
  const { password } = credentials;
  const username = credentials.username.normalize('NFC');
  const now = deps.clock.now();
  const begun = await beginTry(deps.db, username, now);
  if (!begun.ok) return begun;
  const account = await findAccount(deps.db, username);
  const right = await passwordMatches(password, account?.password_hash);
  if (account === undefined || !right) {
    await addAudit(deps.db, { at: now, actor: `account:${username}`, action: 'sign-in-refused', subject: 'console' });
    return appErr('auth-wrong');
  }
  // Said only to who knows the password: a guesser learns nothing of which accounts there are.
  if (account.disabled_at !== null) return appErr('auth-disabled');
  await endTries(deps.db, username);
  const token = newSecret();
  await insertSession(deps.db, { token_hash: secretHash(token), username, created_at: now, expires_at: now + LIFE_MS });
  await addAudit(deps.db, { at: now, actor: `account:${username}`, action: 'signed-in', subject: 'console' });
  reply.setCookie(COOKIE, token, { ...cookieOptions(deps), maxAge: LIFE_MS / 1000 });
  return ok(asMember(account));
}

/** Ends the session of the request, if any. */
export async function signOut(deps: HubDeps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = request.cookies[COOKIE];
  if (token !== undefined) await deleteSession(deps.db, secretHash(token));
  reply.clearCookie(COOKIE, cookieOptions(deps));
}

function cookieOptions(deps: HubDeps) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: deps.https } as const;
}

function asMember(account: AccountsTable): Member {
  return { username: account.username, role: role.parse(account.role) };
}
