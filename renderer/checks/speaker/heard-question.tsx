import { Button } from '@mantine/core';
import { useId } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { SmallAdvice } from '../../ui/advice.tsx';
import { PlayButton } from '../../ui/play-button.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './heard-question.module.css';

const ANSWERS = [
  { heard: true, key: 'common.yes' },
  { heard: false, key: 'common.no' },
] as const;

/** Asks the person in the room whether the test sound was heard, and plays it again. */
export function HeardQuestion(props: {
  /** What was answered; null when nothing was. */
  readonly answer: boolean | null;
  readonly playing: boolean;
  readonly disabled: boolean;
  readonly error: AppError | null;
  readonly onAnswer: (heard: boolean) => void;
  readonly onPlay: () => void;
  readonly onStop: () => void;
}) {
  const { t } = useWords();
  const question = useId();
  const { answer, playing, disabled, error, onAnswer, onPlay, onStop } = props;
  return (
    <fieldset className={classes.question} aria-labelledby={question}>
      <p id={question}>{t('cards.speaker.question')}</p>
      <div className={classes.answers}>
        {ANSWERS.map(({ heard, key }) => (
          <Button
            key={key}
            size="compact-md"
            variant={answer === heard ? 'filled' : 'default'}
            aria-pressed={answer === heard}
            disabled={disabled}
            onClick={() => onAnswer(heard)}
          >
            {t(key)}
          </Button>
        ))}
        <PlayButton
          label={t('cards.speaker.replay')}
          playing={playing}
          disabled={disabled}
          onPlay={onPlay}
          onStop={onStop}
        />
      </div>
      {error && <SmallAdvice error={error} />}
    </fieldset>
  );
}
