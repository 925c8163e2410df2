import { CameraLive, CameraStanding } from './camera/camera-view.tsx';
import { cameraFacts } from './camera/facts.ts';
import type { CardPartsTable } from './card-parts.ts';
import { encoderFacts } from './encoder/facts.ts';
import { hostFacts } from './host/facts.ts';
import { linkFacts } from './link/facts.ts';
import { microphoneFacts } from './microphone/facts.ts';
import { MicrophoneLive, MicrophoneStanding } from './microphone/microphone-view.tsx';
import { screenShareFacts } from './screen-share/facts.ts';
import { speakerFacts } from './speaker/facts.ts';

/** What each check's card has of its own; all else is common. A forgotten check does not compile. */
export const CARD_PARTS: CardPartsTable = {
  camera: {
    facts: (measurement, { checks }) => cameraFacts(measurement, checks.camera),
    Live: CameraLive,
    Standing: CameraStanding,
  },
  microphone: {
    facts: (measurement, { checks }) => microphoneFacts(measurement, checks.microphone),
    Live: MicrophoneLive,
    Standing: MicrophoneStanding,
  },
  speaker: { facts: (measurement, { checks }) => speakerFacts(measurement, checks.speaker) },
  link: { facts: (measurement, { checks }) => linkFacts(measurement, checks.link) },
  'screen-share': { facts: (measurement, { checks }) => screenShareFacts(measurement, checks['screen-share']) },
  encoder: { facts: (measurement, { checks }) => encoderFacts(measurement, checks.encoder) },
  host: { facts: (measurement, { checks }) => hostFacts(measurement, checks.host) },
};
