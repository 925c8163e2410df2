import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { ProposalDecision, RosterProposal } from '../../../shared/protocol/roster.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './roster.module.css';

/** What the point asks to be changed. The list stays the province's: somebody here accepts or refuses. */
export function Proposals(props: { readonly point: string; readonly proposals: readonly RosterProposal[] }) {
  const { point, proposals } = props;
  const { t } = useWords();
  return (
    <section className={`${box.panel} ${classes.proposals}`} aria-labelledby="proposals">
      <h2 id="proposals">{t('roster.proposals', { count: proposals.length })}</h2>
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <Proposal point={point} proposal={proposal} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proposal({ point, proposal: one }: { readonly point: string; readonly proposal: RosterProposal }) {
  const { t } = useWords();
  const decide = useConsole((state) => state.decideProposal);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const { proposal, person } = one;
  const gone = proposal.kind !== 'add' && person === null;

  async function send(decision: ProposalDecision['decision']): Promise<void> {
    const unexplained = decision === 'refused' && note.trim() === '';
    setMissing(unexplained);
    if (unexplained) return;
    setBusy(true);
    const answer = await decide(point, one.id, { decision, reason: note });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
  }

  return (
    <div className={classes.proposal}>
      <p>
        <strong>{t(`roster.proposalKinds.${proposal.kind}`)}</strong>
        {proposal.kind !== 'remove' && (
          <>
            : {proposal.fullName}, {proposal.title}
            {proposal.fields.length > 0 && ` (${proposal.fields.join('; ')})`}
          </>
        )}
        {proposal.kind !== 'add' && (
          <span className={classes.was}>
            {person ? t('roster.was', { person: `${person.fullName}, ${person.title}` }) : t('roster.gone')}
          </span>
        )}
        <span className={classes.was}>
          {t('roster.by', { name: one.by, time: formatDateTime(one.at) })}: {one.reason}
        </span>
      </p>
      {error && <ErrorAdvice error={error} />}
      <div className={classes.decision}>
        <TextInput
          className={classes.note}
          aria-label={t('roster.note')}
          placeholder={t('roster.note')}
          maxLength={500}
          value={note}
          error={missing ? t('roster.refuseNeedsReason') : null}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button loading={busy} disabled={gone} onClick={() => void send('accepted')}>
          {t('roster.accept')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void send('refused')}>
          {t('roster.refuse')}
        </Button>
      </div>
    </div>
  );
}
