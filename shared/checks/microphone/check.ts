import { defineCheck } from '../define-check.ts';
import { microphoneMeasurement } from './measurement.ts';
import { judgeMicrophone } from './rule.ts';
import { microphoneWords } from './words.ts';

export const microphone = defineCheck({
  id: 'microphone',
  measurement: microphoneMeasurement,
  rule: judgeMicrophone,
  words: microphoneWords,
});
