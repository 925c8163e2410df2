import { type AppError, appErr } from '../../../shared/errors.ts';
import { journalEntry } from '../../../shared/events/journal-entry.ts';
import type { Person } from '../../../shared/meeting/meeting.ts';
import type { ProposalDecision, RosterChange, RosterProposal } from '../../../shared/protocol/roster.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { addAudit } from '../db/audit.ts';
import { listLinesOfType } from '../db/entries.ts';
import { listRoster } from '../db/people.ts';
import { decidedProposals, insertDecision } from '../db/proposals.ts';
import type { Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';
import { planChange } from './change.ts';

/** What the point asked for and nobody has decided on, the oldest first. */
export async function openProposals(db: Db, point: string, roster: readonly Person[]): Promise<RosterProposal[]> {
  const lines = await listLinesOfType(db, point, 'person-proposed');
  const decided = await decidedProposals(
    db,
    lines.map(({ hash }) => hash),
  );
  return lines.flatMap(({ hash, jws, received_at }) => {
    const { event } = journalEntry.parse(payloadOf(jws));
    if (event.type !== 'person-proposed' || decided.has(hash)) return [];
    const { proposal, by, reason } = event;
    const about = proposal.kind === 'add' ? undefined : roster.find(({ id }) => id === proposal.personId);
    return [{ id: hash, at: received_at, proposal, by, reason, person: about ?? null }];
  });
}

/**
 * Accepts a proposal, which changes the roster, or refuses it. Errors: `not-found`, `proposal-decided`, those of `planChange`.
 */
export async function decideProposal(
  db: Db,
  point: string,
  id: string,
  { decision, reason }: ProposalDecision,
  doing: Doing,
): Promise<Result<null, AppError>> {
  return db.transaction().execute(async (tx) => {
    const open = await openProposals(tx, point, await listRoster(tx, point));
    const proposal = open.find((one) => one.id === id);
    if (proposal === undefined) {
      return (await decidedProposals(tx, [id])).has(id) ? appErr('proposal-decided') : appErr('not-found');
    }
    const change: RosterChange = { ...proposal.proposal, reason: proposal.reason };
    const planned = decision === 'accepted' ? await planChange(tx, point, change, doing.now) : null;
    if (planned !== null && !planned.ok) return planned;
    const { actor, now: at } = doing;
    // Whoever is first here decides; a colleague at the same moment has changed nothing yet.
    if (!(await insertDecision(tx, { entry_hash: id, at, actor, decision, reason }))) return appErr('proposal-decided');
    const detail = { proposal: id, reason };
    await addAudit(tx, { at, actor, action: `proposal-${decision}`, subject: `point:${point}`, detail });
    await planned?.value.apply(doing);
    return ok(null);
  });
}
