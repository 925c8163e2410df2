import type { AppError } from '../../../shared/errors.ts';
import { SmallAdvice } from '../../ui/advice.tsx';
import { PlayButton } from '../../ui/play-button.tsx';
import { useWords } from '../../ui/words.tsx';

/** Lets the person hear what the meeting would hear. What is played is in memory only and goes with the next check. */
export function ListenAgain(props: {
  readonly seconds: number;
  readonly playing: boolean;
  readonly disabled: boolean;
  readonly error: AppError | null;
  readonly onPlay: () => void;
  readonly onStop: () => void;
}) {
  const { t } = useWords();
  const { seconds, error, ...button } = props;
  return (
    <>
      <PlayButton
        {...button}
        label={t('cards.microphone.listen', { seconds: Math.round(seconds) })}
        hint={t('cards.microphone.onlyHere')}
      />
      {error && <SmallAdvice error={error} />}
    </>
  );
}
