import { Checkbox } from '@mantine/core';
import type { PastCheck } from '../../../shared/history/past-check.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { READINESS_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './history.module.css';

/** All runs, the newest on top; two can be ticked, a third takes the place of the first. */
export function RunList(props: {
  readonly runs: readonly PastCheck[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}) {
  const { runs, chosen, onChoose } = props;
  const { t } = useWords();
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-2));
  const now = Date.now();
  return (
    <fieldset className={classes.runs}>
      <legend>{t('history.choose')}</legend>
      {[...runs].reverse().map(({ runId, at, overall, meetingId, results }) => (
        <div key={runId} className={classes.run}>
          <Checkbox
            size="md"
            checked={chosen.includes(runId)}
            label={formatMoment(at, now)}
            onChange={() => toggle(runId)}
          />
          <StateBadge look={READINESS_LOOK[overall]}>{t(`verdicts.readiness.${overall}`)}</StateBadge>
          <span className={classes.soft}>
            {t(meetingId === null ? 'history.noMeeting' : 'history.forMeeting')} ·{' '}
            {t('history.count', { count: results.length })}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
