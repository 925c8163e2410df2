import { type AppError, appErr } from '../../../shared/errors.ts';
import type { CodesRequest, IssuedCode } from '../../../shared/protocol/points.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { countDevices } from '../db/devices.ts';
import { listPoints, type Point } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import { type IssueRequest, issueEnrolmentCode } from './issue-code.ts';

/** A fresh code for each of many points, in Vietnamese order: all of them or none. Errors: `not-found`, `point-retired`. */
export async function issueSheet(
  db: Db,
  { points: wanted }: CodesRequest,
  issue: Omit<IssueRequest, 'point'>,
): Promise<Result<readonly IssuedCode[], AppError>> {
  return db.transaction().execute(async (tx) => {
    const chosen = await pointsFor(tx, wanted);
    if (!chosen.ok) return chosen;
    const codes: IssuedCode[] = [];
    for (const { code: point, name } of chosen.value) {
      const issued = await issueEnrolmentCode(tx, { ...issue, point });
      // Looked at before: nothing is left that could refuse one after others were made.
      if (!issued.ok) throw new Error(issued.error.code);
      codes.push({ point: { code: point, name }, ...issued.value });
    }
    return ok(codes);
  });
}

async function pointsFor(db: Db, wanted: CodesRequest['points']): Promise<Result<readonly Point[], AppError>> {
  const points = await listPoints(db);
  if (Array.isArray(wanted)) {
    const known = new Map(points.map((point) => [point.code, point]));
    const stranger = wanted.find((code) => !known.has(code));
    if (stranger !== undefined) return appErr('not-found', { point: stranger });
    const chosen = points.filter(({ code }) => wanted.includes(code));
    const retired = chosen.find(({ retiredAt }) => retiredAt !== null);
    return retired === undefined ? ok(chosen) : appErr('point-retired', { name: retired.name });
  }
  const serving = points.filter(({ retiredAt }) => retiredAt === null);
  if (wanted === 'all') return ok(serving);
  const devices = await countDevices(db);
  return ok(serving.filter(({ code }) => !devices.has(code)));
}
