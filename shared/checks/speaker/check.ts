import { defineCheck } from '../define-check.ts';
import { speakerMeasurement } from './measurement.ts';
import { judgeSpeaker } from './rule.ts';

export const speaker = defineCheck({
  id: 'speaker',
  measurement: speakerMeasurement,
  rule: judgeSpeaker,
});
