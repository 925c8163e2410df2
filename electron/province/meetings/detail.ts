import type { MeetingDetail } from '../../../shared/protocol/meetings.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { listInvitations } from '../db/invitations.ts';
import { listChanges } from '../db/meeting-changes.ts';
import { findMeeting } from '../db/meetings.ts';
import type { Db } from '../db/schema.ts';

/** A meeting with whom it invites and how it came to be as it is; null when there is none. */
export async function meetingDetailOf(db: Db, id: string, now: number): Promise<MeetingDetail | null> {
  const meeting = await findMeeting(db, id);
  if (meeting === undefined) return null;
  const invitations = await listInvitations(db, id);
  return {
    meeting,
    invitations: [...invitations].sort((a, b) => vietnameseOrder(a.pointName, b.pointName)),
    changes: [...(await listChanges(db, id))],
    serverTime: now,
  };
}
