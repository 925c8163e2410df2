import { UnstyledButton } from '@mantine/core';
import { READINESS_STATES, type ReadinessState } from '../../../shared/meeting/readiness.ts';
import { Icon } from '../../ui/icons.tsx';
import { READINESS_LOOK, toneStyle } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './readiness.module.css';

/** How many points stand how; a click shows only those. */
export function StateFilter(props: {
  readonly counts: Readonly<Record<ReadinessState, number>>;
  readonly total: number;
  readonly chosen: ReadinessState | null;
  readonly onChoose: (state: ReadinessState | null) => void;
}) {
  const { counts, total, chosen, onChoose } = props;
  const { t } = useWords();
  return (
    <fieldset className={classes.filter} aria-label={t('province.table.filter')}>
      <UnstyledButton className={classes.chip} aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {t('province.table.all')} <strong>{total}</strong>
      </UnstyledButton>
      {READINESS_STATES.filter((state) => counts[state] > 0 || state === chosen).map((state) => (
        <UnstyledButton
          key={state}
          className={classes.chip}
          style={toneStyle(READINESS_LOOK[state].tone)}
          aria-pressed={chosen === state}
          onClick={() => onChoose(chosen === state ? null : state)}
        >
          <Icon name={READINESS_LOOK[state].icon} size={16} />
          {t(`verdicts.readiness.${state}`)} <strong>{counts[state]}</strong>
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
