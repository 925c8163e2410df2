import { Button } from '@mantine/core';
import { useId } from 'react';
import { formatDateTime, formatMoment } from '../../shared/strings/format.ts';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './check-card.module.css';

export interface CardFootProps {
  /** Id of the check's name: the buttons are called after it too. */
  readonly titleId: string;
  readonly activity: boolean;
  /** When it was measured, epoch milliseconds; null when it was not. */
  readonly at: number | null;
  /** Nothing was measured yet. */
  readonly first: boolean;
  /** Null where there are none. `more` counts what is to be noted beside the reason. */
  readonly details: { readonly open: boolean; readonly more: number; readonly toggle: () => void } | null;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

/** The buttons of a card: its details, and to measure or to stop. */
export function CardFoot({ titleId, activity, at, first, details, onRun, onCancel }: CardFootProps) {
  return (
    <footer className={classes.foot}>
      {details && <DetailsToggle titleId={titleId} {...details} />}
      <div className={classes.again}>
        {!activity && at !== null && <MeasuredAt at={at} />}
        {activity ? (
          <Cancel titleId={titleId} onCancel={onCancel} />
        ) : (
          <Run titleId={titleId} first={first} onRun={onRun} />
        )}
      </div>
    </footer>
  );
}

function MeasuredAt({ at }: { readonly at: number }) {
  const { t } = useWords();
  return <time title={t('point.run.at', { time: formatDateTime(at) })}>{formatMoment(at, Date.now())}</time>;
}

function DetailsToggle(props: NonNullable<CardFootProps['details']> & Pick<CardFootProps, 'titleId'>) {
  const { t } = useWords();
  const self = useId();
  const { open, more, toggle, titleId } = props;
  return (
    <button
      type="button"
      id={self}
      className={classes.toggle}
      aria-expanded={open}
      aria-labelledby={`${self} ${titleId}`}
      title={more > 0 ? t('cards.details.alsoLabel', { count: more }) : undefined}
      onClick={toggle}
    >
      <span className={classes.chevron} aria-hidden="true" />
      {more > 0 ? t('cards.details.also', { count: more }) : t('cards.details.open')}
    </button>
  );
}

function Run({ titleId, first, onRun }: Pick<CardFootProps, 'titleId' | 'first' | 'onRun'>) {
  const { t } = useWords();
  const self = useId();
  return (
    <Button
      id={self}
      variant="default"
      size="compact-md"
      leftSection={<Icon name={first ? 'play' : 'again'} size={16} />}
      aria-labelledby={`${self} ${titleId}`}
      onClick={onRun}
    >
      {t(first ? 'point.run.one' : 'point.run.again')}
    </Button>
  );
}

function Cancel({ titleId, onCancel }: Pick<CardFootProps, 'titleId' | 'onCancel'>) {
  const { t } = useWords();
  const self = useId();
  return (
    <Button id={self} variant="default" size="compact-md" aria-labelledby={`${self} ${titleId}`} onClick={onCancel}>
      {t('common.actions.cancel')}
    </Button>
  );
}
