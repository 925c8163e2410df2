import { UnstyledButton } from '@mantine/core';
import { Icon } from '../ui/icons.tsx';
import type { Look } from '../ui/tone.ts';
import { useWords } from '../ui/words.tsx';
import classes from './table.module.css';

/** One way points can stand, and how many do. */
export interface CountedState<State extends string> {
  readonly id: State;
  readonly look: Look;
  readonly label: string;
  readonly count: number;
}

/** How many points stand how; a click shows only those. */
export function StateFilter<State extends string>(props: {
  readonly legend: string;
  readonly states: readonly CountedState<State>[];
  readonly total: number;
  readonly chosen: State | null;
  readonly onChoose: (state: State | null) => void;
}) {
  const { legend, states, total, chosen, onChoose } = props;
  const { t } = useWords();
  return (
    <fieldset className={classes.filter} aria-label={legend}>
      <UnstyledButton className={classes.chip} aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {t('province.table.all')} <strong>{total}</strong>
      </UnstyledButton>
      {states
        .filter(({ id, count }) => count > 0 || id === chosen)
        .map(({ id, look, label, count }) => (
          <UnstyledButton
            key={id}
            className={classes.chip}
            data-tone={look.tone}
            aria-pressed={chosen === id}
            onClick={() => onChoose(chosen === id ? null : id)}
          >
            <Icon name={look.icon} size={16} />
            {label} <strong>{count}</strong>
          </UnstyledButton>
        ))}
    </fieldset>
  );
}
