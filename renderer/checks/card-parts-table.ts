import { CameraLive, CameraStanding } from './camera/camera-view.tsx';
import type { CardPartsTable } from './card-parts.ts';
import { LinkDetails } from './link/link-details.tsx';
import { LinkLive, linkSaying } from './link/link-live.tsx';
import { MicrophoneLive, MicrophoneStanding } from './microphone/microphone-view.tsx';

/** What each check's card draws of its own; all else is common. A forgotten check does not compile. */
export const CARD_PARTS: CardPartsTable = {
  camera: { Live: CameraLive, Standing: CameraStanding },
  microphone: { Live: MicrophoneLive, Standing: MicrophoneStanding },
  speaker: {},
  link: { saying: linkSaying, Live: LinkLive, Details: LinkDetails },
  'screen-share': {},
  encoder: {},
  host: {},
};
