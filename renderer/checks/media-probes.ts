import type { CheckId, NodeCheckId } from '../../shared/checks/check-id.ts';
import { createCameraProbe } from './camera/probe.ts';
import { createEncoderProbe } from './encoder/probe.ts';
import { createMicrophoneProbe } from './microphone/probe.ts';
import type { Probe } from './probe.ts';
import { createScreenShareProbe } from './screen-share/probe.ts';
import { createSpeakerProbe } from './speaker/probe.ts';

/** Checks measured in the window. */
export type MediaCheckId = Exclude<CheckId, NodeCheckId>;

/** The probes of the window's own devices. A new media check is one line here: what is forgotten does not compile. */
export const MEDIA_PROBES: { readonly [Id in MediaCheckId]: Probe<Id> } = {
  camera: createCameraProbe(),
  microphone: createMicrophoneProbe(),
  speaker: createSpeakerProbe(),
  'screen-share': createScreenShareProbe(),
  encoder: createEncoderProbe(),
};
