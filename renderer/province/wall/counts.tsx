import { UnstyledButton } from '@mantine/core';
import { formatNumber } from '../../../shared/strings/format.ts';
import type { WallCounts } from '../../../shared/wall/arrange.ts';
import { WALL_STATES } from '../../../shared/wall/wall-state.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { type Tone, WALL_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import type { WallView } from './use-tiles.ts';
import classes from './wall.module.css';

/** How many points stand how, large; a click shows only those. */
export function Counts(props: {
  readonly counts: WallCounts;
  readonly total: number;
  readonly chosen: WallView['state'];
  readonly onChoose: (state: WallView['state']) => void;
}) {
  const { counts, total, chosen, onChoose } = props;
  const { t } = useWords();
  const toggle = (state: WallView['state']) => onChoose(chosen === state ? null : state);
  return (
    <fieldset className={classes.counts} aria-label={t('wall.filter')}>
      <Count
        tone="idle"
        icon="list"
        label={t('wall.all')}
        count={total}
        on={chosen === null}
        onClick={() => onChoose(null)}
      />
      <Count
        tone="fail"
        icon="phone"
        label={t('wall.needed')}
        count={counts.needed}
        on={chosen === 'needed'}
        onClick={() => toggle('needed')}
      />
      {WALL_STATES.map((state) => (
        <Count
          key={state}
          {...WALL_LOOK[state]}
          label={t(`wall.states.${state}`)}
          count={counts[state]}
          on={chosen === state}
          onClick={() => toggle(state)}
        />
      ))}
    </fieldset>
  );
}

function Count(props: {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly onClick: () => void;
}) {
  const { tone, icon, label, count, on, onClick } = props;
  const { locale } = useWords();
  return (
    <UnstyledButton
      className={classes.count}
      data-tone={count > 0 ? tone : undefined}
      aria-pressed={on}
      onClick={onClick}
    >
      <span className={classes.countTop} data-long={count >= 1000 || undefined}>
        <Icon name={icon} size={20} />
        <strong>{formatNumber(locale, count)}</strong>
      </span>
      <span>{label}</span>
    </UnstyledButton>
  );
}
