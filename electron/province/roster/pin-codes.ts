import { randomUUID } from 'node:crypto';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { PinCode } from '../../../shared/protocol/feed.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { newPinCode } from '../../crypto/pin-code.ts';
import { addAudit } from '../db/audit.ts';
import { listRoster } from '../db/people.ts';
import { insertPinCode, listPinCodes } from '../db/pin-codes.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';
import { pinsSet } from './pins-set.ts';

const HOUR_MS = 60 * 60_000;
const MOST = 200;

/**
 * Makes a one-time code with which the person sets a new PIN at the point. Only a slow hash of it is kept, and no earlier code of
 * the person works any longer. Error: `roster-unknown-person`.
 */
export async function issuePinCode(
  db: Db,
  point: string,
  personId: string,
  { actor, now }: Doing,
): Promise<Result<{ readonly code: string; readonly expiresAt: number }, AppError>> {
  const { code, salt, hash } = await newPinCode();
  return db.transaction().execute(async (tx) => {
    const known = (await listRoster(tx, point)).some(({ id }) => id === personId);
    if (!known) return appErr('roster-unknown-person');
    const expiresAt = now + (await currentPolicy(tx)).signIn.pinCodeHours * HOUR_MS;
    const id = randomUUID();
    await insertPinCode(tx, {
      ...{ id, point_code: point, person_id: personId, salt, hash },
      ...{ issued_at: now, expires_at: expiresAt },
    });
    const detail = { code: id, expiresAt };
    await addAudit(tx, { at: now, actor, action: 'pin-code-issued', subject: `person:${point}/${personId}`, detail });
    return ok({ code, expiresAt });
  });
}

/** What the point checks a code by: codes that have not expired and that no device has told us to be spent. */
export async function livingPinCodes(db: Db, point: string, now: number): Promise<PinCode[]> {
  const codes = await listPinCodes(db, point, now);
  if (codes.length === 0) return [];
  const spent = new Set((await pinsSet(db, point)).map(({ event }) => event.byCode));
  return codes
    .filter(({ id }) => !spent.has(id))
    .slice(-MOST)
    .map(({ id, person_id, salt, hash, issued_at, expires_at }) => ({
      ...{ id, personId: person_id, salt, hash },
      ...{ issuedAt: issued_at, expiresAt: expires_at },
    }));
}
