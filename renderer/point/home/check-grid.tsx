import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { CheckCard } from '../../checks/check-card.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { measuredNow, NOT_RUN } from '../selectors.ts';
import { usePolicy } from '../use-current.ts';
import { Afterwards } from './afterwards.tsx';
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
  const activity = usePoint((state) => state.activity[id]);
  const outcome = usePoint((state) => state.outcomes[id]);
  const still = usePoint((state) => state.still);
  const keepStill = usePoint((state) => state.keepStill);
  const run = usePoint((state) => state.runChecks);
  const cancel = usePoint((state) => state.cancelChecks);
  const policy = usePolicy();
  const standing = record.checks[id] ?? NOT_RUN;
  const measured = measuredNow(outcome, meetingId);
  return (
    <CheckCard
      id={id}
      {...standing}
      {...measured}
      policy={policy}
      policyVersion={measured.durationMs === null ? record.policyVersion : policy.version}
      still={id === 'camera' ? still : null}
      onStill={id === 'camera' ? keepStill : undefined}
      activity={activity ?? null}
      afterwards={<Afterwards id={id} outcome={measured.durationMs === null ? undefined : outcome} />}
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
