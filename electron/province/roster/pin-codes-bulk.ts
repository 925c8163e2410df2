import { type AppError, appErr } from '../../../shared/errors.ts';
import type { PinCodeSheet } from '../../../shared/protocol/roster.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { listPoints } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';
import { issuePinCode } from './pin-codes.ts';
import { pointRoster } from './point-roster.ts';

/** scrypt runs on four threads of the process. */
const AT_ONCE = 4;

/**
 * Codes for everybody of the points (all of them when null) who has neither a PIN that was told of nor a code that still works;
 * with `renew` also in place of codes that still work. One sheet a point, in Vietnamese order; points with nobody to give a code
 * have none. Error: `not-found`, naming the point that does not exist.
 */
export async function issuePinCodes(
  db: Db,
  asked: { readonly points: readonly string[] | null; readonly renew: boolean },
  doing: Doing,
): Promise<Result<readonly PinCodeSheet[], AppError>> {
  const known = await listPoints(db);
  const stranger = asked.points?.find((code) => !known.some((point) => point.code === code));
  if (stranger !== undefined) return appErr('not-found', { point: stranger });
  const points = known
    .filter(({ code }) => asked.points === null || asked.points.includes(code))
    .sort((a, b) => vietnameseOrder(a.name, b.name));
  const sheets: PinCodeSheet[] = [];
  for (const { code } of points) {
    const roster = await pointRoster(db, code, doing.now);
    const people = (roster?.people ?? []).filter(({ pin, code: living }) => !pin && (!living || asked.renew));
    if (!roster || people.length === 0) continue;
    sheets.push({ point: roster.point, codes: await inGroups(people, (person) => issued(db, code, person, doing)) });
  }
  return ok(sheets);
}

async function issued(
  db: Db,
  point: string,
  { id, fullName, title }: { readonly id: string; readonly fullName: string; readonly title: string },
  doing: Doing,
): Promise<PinCodeSheet['codes'][number]> {
  const answer = await issuePinCode(db, point, id, doing);
  if (!answer.ok) throw new Error(answer.error.code);
  return { personId: id, fullName, title, ...answer.value };
}

async function inGroups<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    done.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  }
  return done;
}
