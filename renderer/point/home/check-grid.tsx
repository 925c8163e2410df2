import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { CheckCard } from '../../checks/check-card.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { NOT_RUN } from '../selectors.ts';
import { DeviceSelect } from './device-select.tsx';
import classes from './home.module.css';

export function CheckGrid({ record }: { readonly record: MeetingRecord }) {
  const { t } = useWords();
  return (
    <section className={classes.grid} aria-label={t('point.overall.checksName')}>
      {CHECK_IDS.map((id) => (
        <ConnectedCard key={id} id={id} record={record} />
      ))}
    </section>
  );
}

function ConnectedCard({ id, record }: { readonly id: CheckId; readonly record: MeetingRecord }) {
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
