import { Button } from '@mantine/core';
import { proposalsOf, type Trouble } from '../../../shared/attendance/quiet-watch.ts';
import { formatSecond, formatTime } from '../../../shared/strings/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { usePolicy } from '../use-current.ts';
import classes from './during.module.css';

/** What the software saw by itself, for a person to make an incident of or to wave away. */
export function Proposals({ meetingId }: { readonly meetingId: string }) {
  const minMs = usePolicy().attendance.proposeIncidentSeconds * 1000;
  const watch = usePoint((state) => state.watch);
  const proposals = proposalsOf(watch, useNow(), minMs);
  return proposals.map((trouble) => (
    <Proposal key={`${trouble.kind} ${trouble.from}`} meetingId={meetingId} trouble={trouble} />
  ));
}

function Proposal({ meetingId, trouble }: { readonly meetingId: string; readonly trouble: Trouble }) {
  const { t } = useWords();
  const record = usePoint((state) => state.recordFact);
  const newId = usePoint((state) => state.newIncidentId);
  const answer = usePoint((state) => state.answerTrouble);
  const busy = usePoint((state) => state.recordBusy);
  const { kind, from, to } = trouble;
  const what = t(`during.watch.${kind}`);
  // Within one minute only seconds tell the two ends apart.
  const said = to !== null && formatTime(from) === formatTime(to) ? formatSecond : formatTime;
  const times = { what, from: said(from), to: said(to ?? 0) };
  const accept = async () => {
    const common = { meetingId, incidentId: newId(), reporter: { by: 'app' }, measured: { from, to } } as const;
    const account = { kind, what, since: from, proposedCause: 'undetermined', causeNote: '' } as const;
    if (!(await record({ type: 'incident-opened', ...common, ...account }))) return;
    if (to !== null) await record({ type: 'incident-resolved', ...common, resolvedAt: to, remedy: '' });
    answer(trouble);
  };
  return (
    <div className={classes.proposal} role="status">
      <span>{t(to === null ? 'during.watch.since' : 'during.watch.between', times)}</span>
      <Button size="compact-sm" disabled={busy} onClick={() => void accept()}>
        {t('during.watch.record')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => answer(trouble)}>
        {t('during.watch.dismiss')}
      </Button>
    </div>
  );
}
