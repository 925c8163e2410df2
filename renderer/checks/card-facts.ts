import type { CheckId } from '../../shared/checks/check-id.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { cameraFacts } from './camera/facts.ts';
import { encoderFacts } from './encoder/facts.ts';
import type { Fact, Measurement } from './fact.ts';
import { hostFacts } from './host/facts.ts';
import { linkFacts } from './link/facts.ts';
import { microphoneFacts } from './microphone/facts.ts';
import { screenShareFacts } from './screen-share/facts.ts';
import { speakerFacts } from './speaker/facts.ts';

type FactsOf = (measurement: Measurement, policy: Policy) => readonly Fact[];

/** The lines of each card's details. A forgotten check does not compile. */
export const CARD_FACTS: Readonly<Record<CheckId, FactsOf>> = {
  camera: (measurement, { checks }) => cameraFacts(measurement, checks.camera),
  microphone: (measurement, { checks }) => microphoneFacts(measurement, checks.microphone),
  speaker: (measurement, { checks }) => speakerFacts(measurement, checks.speaker),
  link: (measurement, { checks }) => linkFacts(measurement, checks.link),
  'screen-share': (measurement, { checks }) => screenShareFacts(measurement, checks['screen-share']),
  encoder: (measurement, { checks }) => encoderFacts(measurement, checks.encoder),
  host: (measurement, { checks }) => hostFacts(measurement, checks.host),
};
