import type { Feed } from '../../shared/protocol/feed.ts';
import { openQuestions } from './attendance/open-questions.ts';
import { listPointMeetings } from './db/invitations.ts';
import { listRoster } from './db/people.ts';
import { findPoint } from './db/points.ts';
import { currentPolicy } from './db/policies.ts';
import type { Db } from './db/schema.ts';
import { hubFacts } from './identity.ts';
import { livingPinCodes } from './roster/pin-codes.ts';

const DAY_MS = 24 * 60 * 60_000;
const MEETINGS = 200;
const PEOPLE = 200;

/** What a point gets: meetings that ended more than a day ago are left out. Throws when there is no such point. */
export async function feedOf(db: Db, pointCode: string, now: number): Promise<Omit<Feed, 'serverTime'>> {
  const point = await findPoint(db, pointCode);
  if (point === undefined) throw new Error('a device is enrolled for a point that is not there');
  const { id, name, hotline } = await hubFacts(db);
  return {
    hub: { id, name, hotline },
    point: { code: point.code, name: point.name },
    roster: (await listRoster(db, pointCode)).slice(0, PEOPLE),
    meetings: [...(await listPointMeetings(db, pointCode, now - DAY_MS, MEETINGS))],
    policy: await currentPolicy(db),
    requests: await openQuestions(db, pointCode, now),
    pinCodes: await livingPinCodes(db, pointCode, now),
  };
}
