import { cameraWords } from './camera/words.ts';
import type { CheckId } from './check-id.ts';
import type { BilingualCheckWords } from './check-words.ts';
import { encoderWords } from './encoder/words.ts';
import { hostWords } from './host/words.ts';
import { linkWords } from './link/words.ts';
import { microphoneWords } from './microphone/words.ts';
import { screenShareWords } from './screen-share/words.ts';
import { speakerWords } from './speaker/words.ts';

/** What every check says. Apart from the rules: a window has words before it has anything to judge. */
export const CHECK_WORDS: Readonly<Record<CheckId, BilingualCheckWords<string>>> = {
  camera: cameraWords,
  microphone: microphoneWords,
  speaker: speakerWords,
  link: linkWords,
  'screen-share': screenShareWords,
  encoder: encoderWords,
  host: hostWords,
};
