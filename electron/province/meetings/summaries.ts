import { READINESS_STATES, type ReadinessState } from '../../../shared/meeting/readiness.ts';
import type { MeetingSummary } from '../../../shared/protocol/console.ts';
import { countStates, listMeetings } from '../db/meetings.ts';
import type { Db } from '../db/schema.ts';

const LISTED = 200;

/** The newest meetings by start, each with its points counted by state. */
export async function meetingSummaries(db: Db): Promise<MeetingSummary[]> {
  const meetings = await listMeetings(db, LISTED);
  const counts = new Map(meetings.map(({ id }) => [id, noneYet()]));
  for (const { meetingId, state, points } of await countStates(db, [...counts.keys()])) {
    const of = counts.get(meetingId);
    if (of) of[state ?? 'no-data'] += points;
  }
  return meetings.map((meeting) => {
    const of = counts.get(meeting.id) ?? noneYet();
    return { ...meeting, invited: Object.values(of).reduce((sum, points) => sum + points, 0), counts: of };
  });
}

function noneYet(): Record<ReadinessState, number> {
  return Object.fromEntries(READINESS_STATES.map((state) => [state, 0])) as Record<ReadinessState, number>;
}
