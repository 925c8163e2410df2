import { Button } from '@mantine/core';
import { dutyDue } from '../../../shared/attendance/duty.ts';
import { formatMoment, formatTime } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import box from '../../ui/box.module.css';
import { Icon } from '../../ui/icons.tsx';
import { VERDICT_LOOK } from '../../ui/tone.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { usePolicy } from '../use-current.ts';
import classes from './during.module.css';
import { useCourse } from './use-course.ts';

const MINUTE = 60_000;

/** Who is on duty at the point for the meeting that is next, from when, and by when somebody has to be. */
export function DutyPanel() {
  const { t } = useWords();
  const course = useCourse();
  const policy = usePolicy();
  const now = useNow();
  const open = usePoint((state) => state.openDuring);
  if (!course) return null;
  const { startsAt } = course.meeting;
  const { duty } = course.attendance;
  const { technicianWarnMinutesBefore: warn, technicianFailMinutesBefore: fail } = policy.timing;
  const verdict = duty ? duty.timeliness : dutyDue(now, { startsAt, policy });
  return (
    <section className={`${box.panel} ${box.narrow} ${classes.panel}`} aria-labelledby="duty">
      <div className={classes.head}>
        <h2 id="duty" className={classes.label}>
          <Icon name="person" size={18} />
          {t('duty.title')}
        </h2>
        {(duty || verdict !== 'pass') && (
          <StateBadge look={VERDICT_LOOK[verdict]}>{t(`duty.${duty ? 'came' : 'due'}.${verdict}`)}</StateBadge>
        )}
      </div>
      {duty ? (
        <p>
          <strong>{duty.fullName}</strong>
          {duty.phone !== '' && ` · ${duty.phone}`} · {t('duty.since', { time: formatMoment(duty.at, now) })}
        </p>
      ) : (
        <p className={classes.soft}>
          {t('duty.by', { warn: formatTime(startsAt - warn * MINUTE), fail: formatTime(startsAt - fail * MINUTE) })}
        </p>
      )}
      <div className={classes.actions}>
        <Button
          size="compact-md"
          variant={duty || verdict === 'pass' ? 'default' : 'filled'}
          onClick={() => open('duty')}
        >
          {t(duty ? 'duty.change' : 'duty.report')}
        </Button>
      </div>
    </section>
  );
}
