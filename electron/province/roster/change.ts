import { randomUUID } from 'node:crypto';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { Person } from '../../../shared/meeting/meeting.ts';
import type { RosterChange } from '../../../shared/protocol/roster.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { foldForSearch } from '../../../shared/strings/fold.ts';
import { addAudit } from '../db/audit.ts';
import { designatingMeeting, listRoster, listRosters, removePerson, upsertPeople } from '../db/people.ts';
import { findPoint } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import { personIdOf } from '../imports/roster-csv.ts';
import type { Doing } from '../meetings/doing.ts';

/** A change that was found to be possible. */
export interface Planned {
  readonly personId: string;
  readonly apply: (doing: Doing) => Promise<void>;
}

/**
 * Adds, changes or removes a person of a point. Errors: `not-found` (the point), `person-known`, `roster-unknown-person`,
 * `person-designated` for somebody a meeting to come counts on.
 */
export async function changeRoster(
  db: Db,
  point: string,
  change: RosterChange,
  doing: Doing,
): Promise<Result<string, AppError>> {
  return db.transaction().execute(async (tx) => {
    const planned = await planChange(tx, point, change, doing.now);
    if (!planned.ok) return planned;
    await planned.value.apply(doing);
    return ok(planned.value.personId);
  });
}

/** Looks whether a change is possible; nothing is written before it is applied, in the same transaction. Errors as above. */
export async function planChange(
  tx: Db,
  point: string,
  change: RosterChange,
  now: number,
): Promise<Result<Planned, AppError>> {
  if ((await findPoint(tx, point)) === undefined) return appErr('not-found', { point });
  const roster = await listRoster(tx, point);
  const { kind, reason } = change;
  const known = kind === 'add' ? undefined : roster.find(({ id }) => id === change.personId);
  if (kind !== 'add' && known === undefined) return appErr('roster-unknown-person');
  if (kind === 'remove') {
    const title = await designatingMeeting(tx, point, change.personId, now);
    if (title !== undefined) return appErr('person-designated', { title });
    return planned(tx, point, change.personId, kind, reason, ({ now: at }) =>
      removePerson(tx, point, change.personId, at),
    );
  }
  const { fullName, title, fields } = change;
  if (roster.some((other) => other !== known && isSame(other, { fullName, title }))) return appErr('person-known');
  const id = kind === 'change' ? change.personId : await freeId(tx, point, fullName);
  return planned(tx, point, id, kind, reason, () => upsertPeople(tx, [{ point, id, fullName, title, fields }]));
}

function planned(
  tx: Db,
  point: string,
  personId: string,
  kind: RosterChange['kind'],
  reason: string,
  write: (doing: Doing) => Promise<void>,
): Result<Planned, AppError> {
  return ok({
    personId,
    async apply(doing) {
      await write(doing);
      const { actor, now: at } = doing;
      const subject = `person:${point}/${personId}`;
      await addAudit(tx, { at, actor, action: `roster-${kind}`, subject, detail: { reason } });
    },
  });
}

function isSame(a: Pick<Person, 'fullName' | 'title'>, b: Pick<Person, 'fullName' | 'title'>): boolean {
  return foldForSearch(a.fullName) === foldForSearch(b.fullName) && foldForSearch(a.title) === foldForSearch(b.title);
}

/** The id an imported file would give, so that the person stays the same there; another when somebody had that already. */
async function freeId(tx: Db, point: string, fullName: string): Promise<string> {
  const usual = personIdOf(point, fullName);
  const ever = (await listRosters(tx, [point], 'ever')).get(point) ?? [];
  return ever.some(({ id }) => id === usual) ? `p-${randomUUID()}` : usual;
}
