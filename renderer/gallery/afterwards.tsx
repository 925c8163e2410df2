import type { ReactNode } from 'react';
import type { CheckId } from '../../shared/checks/check-id.ts';
import type { Measurement } from '../checks/fact.ts';
import { ListenAgain } from '../checks/microphone/listen-again.tsx';
import { HeardQuestion } from '../checks/speaker/heard-question.tsx';

const nothing = (): void => {};
const PLAYER = { disabled: false, onPlay: nothing, onStop: nothing };

/** What the person may do with a result, where there is something to listen to. */
export function afterwardsOf(id: CheckId, measurement: Measurement | null): ReactNode {
  if (id === 'microphone' && measurement?.opened === true && measurement.engineRan === true) {
    const muted = measurement.trackMuted === true;
    const error = measurement.stopped === true ? LOST : null;
    return <ListenAgain seconds={4} playing={muted} error={error} {...PLAYER} />;
  }
  if (id === 'speaker' && measurement?.played === true) {
    const { humanHeard } = measurement;
    const answer = typeof humanHeard === 'boolean' ? humanHeard : null;
    return <HeardQuestion answer={answer} playing={false} error={null} onAnswer={nothing} {...PLAYER} />;
  }
  return null;
}

const LOST = { code: 'sound-output-missing', values: { label: 'Jabra Speak 510 USB (0b0e:0420)' } } as const;
