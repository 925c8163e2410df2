import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { CheckCard } from '../../checks/check-card.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { NOT_RUN } from '../selectors.ts';
import { DeviceSelect } from './device-select.tsx';
import classes from './home.module.css';

interface Facts {
  readonly record: MeetingRecord;
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

function ConnectedCard({ id, record }: Facts & { readonly id: CheckId }) {
  const activity = usePoint((state) => state.activity[id]);
  const run = usePoint((state) => state.runChecks);
  const cancel = usePoint((state) => state.cancelChecks);
  const standing = record.checks[id] ?? NOT_RUN;
  return (
    <CheckCard
      id={id}
      {...standing}
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
