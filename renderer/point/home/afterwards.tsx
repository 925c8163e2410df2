import type { CheckId } from '../../../shared/checks/check-id.ts';
import { ListenAgain } from '../../checks/microphone/listen-again.tsx';
import { secondsOf } from '../../checks/sound.ts';
import { HeardQuestion } from '../../checks/speaker/heard-question.tsx';
import { usePoint } from '../context.tsx';
import type { SessionOutcome } from '../session-outcome.ts';
import { playedOf } from '../store/answer-slice.ts';
import type { Playable } from '../store/keepsakes-slice.ts';

/** What the person may do with a result of this session: listen to the microphone, answer for the speaker. */
export function Afterwards({ id, outcome }: { readonly id: CheckId; readonly outcome: SessionOutcome | undefined }) {
  if (id === 'microphone') return <Recording />;
  if (id === 'speaker') return <Heard outcome={outcome} />;
  return null;
}

function Recording() {
  const recording = usePoint((state) => state.recording);
  const player = usePlayer('recording');
  return recording && <ListenAgain seconds={secondsOf(recording)} {...player} />;
}

function Heard({ outcome }: { readonly outcome: SessionOutcome | undefined }) {
  const answer = usePoint((state) => state.answerHeard);
  const saving = usePoint((state) => state.filing.kind === 'saving');
  const player = usePlayer('test-sound');
  const played = playedOf(outcome);
  if (!played) return null;
  return (
    <HeardQuestion
      answer={played.humanHeard ?? null}
      {...player}
      disabled={player.disabled || saving}
      onAnswer={(heard) => void answer(heard)}
    />
  );
}

/** Nothing is played while something is measured: it would be heard. */
function usePlayer(what: Playable) {
  const playing = usePoint((state) => state.playing === what);
  const error = usePoint((state) => (state.playError?.of === what ? state.playError.error : null));
  const disabled = usePoint((state) => Object.keys(state.activity).length > 0);
  const play = usePoint((state) => state.play);
  const onStop = usePoint((state) => state.stopPlaying);
  return { playing, error, disabled, onPlay: () => void play(what), onStop };
}
