import type { PointMeeting } from '../../shared/meeting/meeting.ts';
import { judgingVersion } from '../../shared/policy/judging.ts';
import type { Feed } from '../../shared/protocol/feed.ts';
import { openQuestions } from './attendance/open-questions.ts';
import { listPointMeetings } from './db/invitations.ts';
import { listRoster } from './db/people.ts';
import { findPoint } from './db/points.ts';
import { currentPolicy, listPolicyVersions, readPolicy } from './db/policies.ts';
import type { Db } from './db/schema.ts';
import type { HubIdentity } from './deps.ts';
import { hubFacts } from './identity.ts';
import { certificateStatement } from './next-certificate.ts';
import { livingPinCodes } from './roster/pin-codes.ts';
import { proposalAnswers } from './roster/proposal-answers.ts';
import { releaseFor } from './updates/offer.ts';

const DAY_MS = 24 * 60 * 60_000;
const MEETINGS = 200;
const PEOPLE = 200;
const POLICIES = 40;

/** What a point gets: meetings that ended more than a day ago are left out. Throws when there is no such point. */
export async function feedOf(
  db: Db,
  hub: HubIdentity,
  pointCode: string,
  now: number,
): Promise<Omit<Feed, 'serverTime'>> {
  const point = await findPoint(db, pointCode);
  if (point === undefined) throw new Error('a device is enrolled for a point that is not there');
  const { id, name, hotline } = await hubFacts(db);
  const invited = await listPointMeetings(db, pointCode, now - DAY_MS, MEETINGS);
  return {
    hub: { id, name, hotline },
    point: { code: point.code, name: point.name },
    roster: (await listRoster(db, pointCode)).slice(0, PEOPLE),
    ...(await judged(db, invited, now)),
    requests: await openQuestions(db, pointCode, now),
    pinCodes: await livingPinCodes(db, pointCode, now),
    proposals: await proposalAnswers(db, pointCode, now),
    certificate: await certificateStatement(db, hub),
    update: await releaseFor(db, pointCode),
  };
}

/** The meetings, each naming the policy that judges it, and those policies. */
async function judged(
  db: Db,
  invited: readonly PointMeeting[],
  now: number,
): Promise<Pick<Feed, 'meetings' | 'policy' | 'policies'>> {
  const versions = await listPolicyVersions(db);
  const policy = await currentPolicy(db);
  const meetings = invited.map((meeting) => ({
    ...meeting,
    judgedBy: judgingVersion(meeting, versions, now) ?? policy.version,
  }));
  const others = new Set(meetings.map(({ judgedBy }) => judgedBy));
  others.delete(policy.version);
  const policies = await Promise.all([...others].slice(0, POLICIES).map((version) => readPolicy(db, version)));
  return { meetings, policy, policies };
}
