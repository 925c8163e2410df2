import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { readinessOf } from '../../../shared/meeting/readiness.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { listRecords, putState } from '../db/latest.ts';
import { listComingMeetings } from '../db/meetings.ts';
import { addPolicy, judgingPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';

/**
 * Puts a policy in force. Meetings that have not begun and name no version are judged by it from now on; all others stay as they
 * are. A version that is there already is left alone.
 */
export async function putPolicyInForce(db: Db, policy: Policy, now: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await addPolicy(tx, policy, now);
    for (const meeting of await listComingMeetings(tx, now)) {
      if (meeting.policyVersion === null) await rejudge(tx, meeting, now);
    }
  });
}

/** Writes down anew what the points' records come to by the policy that judges the meeting. */
export async function rejudge(tx: Db, meeting: Meeting, now: number): Promise<void> {
  const { checklist } = await judgingPolicy(tx, meeting, now);
  for (const { pointCode, record, state } of await listRecords(tx, meeting.id)) {
    const judged = readinessOf(record, checklist);
    if (judged !== state) await putState(tx, meeting.id, pointCode, judged);
  }
}
