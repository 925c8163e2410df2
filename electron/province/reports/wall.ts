import type { Wall } from '../../../shared/protocol/wall.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { wallRowOf } from '../../../shared/wall/wall-row.ts';
import { listChecking } from '../db/checking.ts';
import { listStandings } from '../db/latest.ts';
import { findMeeting } from '../db/meetings.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import { helpBoard } from '../help/board.ts';
import { rowOf } from './readiness.ts';

/** The wall of a meeting, or null when there is no such meeting. */
export async function wallOf(db: Db, meetingId: string, now: number): Promise<Wall | null> {
  const meeting = await findMeeting(db, meetingId);
  if (meeting === undefined) return null;
  const { checklist, timing, help } = await currentPolicy(db);
  const standings = await listStandings(db, meetingId);
  const rows = standings
    .map((standing) => wallRowOf(rowOf(standing, checklist), standing.cluster))
    .sort((a, b) => vietnameseOrder(a.name, b.name) || vietnameseOrder(a.code, b.code));
  const { readinessWarnMinutesBefore, leaderWarnMinutesBefore } = timing;
  return {
    meeting,
    generatedAt: now,
    times: { ...help, readinessWarnMinutesBefore, leaderWarnMinutesBefore },
    rows,
    checking: [...(await listChecking(db, meetingId, now))],
    help: await helpBoard(db, meetingId, now),
  };
}
