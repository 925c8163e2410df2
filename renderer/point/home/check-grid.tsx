import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { CheckCard } from '../../checks/check-card.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { furtherFindings, NOT_RUN } from '../selectors.ts';
import { usePolicy } from '../use-current.ts';
import { DeviceSelect } from './device-select.tsx';
import classes from './home.module.css';

interface Facts {
  readonly record: MeetingRecord;
  readonly meetingId: string | null;
}

export function CheckGrid(facts: Facts) {
  const { t } = useWords();
  return (
    <section className={classes.grid} aria-label={t('point.overall.checksName')}>
      {CHECK_IDS.map((id) => (
        <ConnectedCard key={id} id={id} {...facts} />
      ))}
    </section>
  );
}

function ConnectedCard({ id, record, meetingId }: Facts & { readonly id: CheckId }) {
  const policy = usePolicy();
  const outcome = usePoint((state) => state.outcomes[id]);
  const activity = usePoint((state) => state.activity[id]);
  const run = usePoint((state) => state.runChecks);
  const cancel = usePoint((state) => state.cancelChecks);
  const { verdict, reason, values, at } = record.checks[id] ?? NOT_RUN;
  return (
    <CheckCard
      id={id}
      verdict={verdict}
      reason={reason}
      values={values}
      at={at}
      also={furtherFindings(id, outcome, meetingId, policy)}
      activity={activity ?? null}
      device={
        id === 'camera' || id === 'microphone' || id === 'speaker' ? (
          <DeviceSelect kind={id} disabled={activity !== undefined} />
        ) : null
      }
      onRun={() => void run([id])}
      onCancel={() => cancel(id)}
    />
  );
}
