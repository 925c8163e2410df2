import type { PointRoster, RosterPerson } from '../../../shared/protocol/roster.ts';
import { listRoster } from '../db/people.ts';
import { findPoint } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import { livingPinCodes } from './pin-codes.ts';
import { type PinWasSet, pinsSet } from './pins-set.ts';
import { openProposals } from './proposals.ts';

/** A point's people with what is known of their PINs, and what the point proposed; null when there is no such point. */
export async function pointRoster(db: Db, code: string, now: number): Promise<PointRoster | null> {
  const point = await findPoint(db, code);
  if (point === undefined) return null;
  const roster = await listRoster(db, code);
  const codes = await livingPinCodes(db, code, now);
  const set = await pinsSet(db, code);
  const people = roster.map((person): RosterPerson => {
    const living = codes.find(({ personId }) => personId === person.id);
    return {
      ...person,
      fields: person.fields ?? [],
      pin: pinOf(set.filter(({ event }) => event.personId === person.id)),
      code: living ? { issuedAt: living.issuedAt, expiresAt: living.expiresAt } : null,
    };
  });
  const proposals = await openProposals(db, code, roster);
  return { point: { code: point.code, name: point.name }, people, proposals };
}

function pinOf(set: readonly PinWasSet[]): RosterPerson['pin'] {
  const last = set.at(-1);
  if (last === undefined) return null;
  const devices = new Set(set.map(({ device }) => device)).size;
  return { at: last.at, byCode: last.event.byCode !== null, devices };
}
