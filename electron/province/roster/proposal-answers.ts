import { journalEntry } from '../../../shared/events/journal-entry.ts';
import type { ProposalAnswer } from '../../../shared/protocol/proposal-answers.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { listNewestLines } from '../db/entries.ts';
import { listRosters } from '../db/people.ts';
import { decidedProposals } from '../db/proposals.ts';
import type { Db } from '../db/schema.ts';

const MOST = 20;
/** An older one is of no use to the point; it stays in the record. */
const TOLD_FOR_MS = 60 * 24 * 60 * 60_000;

/** What the point proposed of late and what became of it, the newest first. */
export async function proposalAnswers(db: Db, point: string, now: number): Promise<ProposalAnswer[]> {
  const lines = await listNewestLines(db, point, 'person-proposed', MOST);
  const recent = lines.filter(({ received_at }) => received_at > now - TOLD_FOR_MS);
  if (recent.length === 0) return [];
  const decisions = await decidedProposals(
    db,
    recent.map(({ hash }) => hash),
  );
  const people = (await listRosters(db, [point], 'ever')).get(point) ?? [];
  return recent.flatMap(({ hash: id, jws, received_at: at }) => {
    const { event } = journalEntry.parse(payloadOf(jws));
    if (event.type !== 'person-proposed') return [];
    const { proposal } = event;
    const fullName =
      proposal.kind === 'remove'
        ? (people.find((one) => one.id === proposal.personId)?.fullName ?? proposal.personId)
        : proposal.fullName;
    const decided = decisions.get(id);
    const decision = decided
      ? { accepted: decided.decision === 'accepted', reason: decided.reason, at: decided.at }
      : null;
    return [{ id, kind: proposal.kind, fullName, at, decision }];
  });
}
