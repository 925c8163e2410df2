import { defineCheck } from '../define-check.ts';
import { microphoneMeasurement } from './measurement.ts';
import { judgeMicrophone } from './rule.ts';

export const microphone = defineCheck({
  id: 'microphone',
  measurement: microphoneMeasurement,
  rule: judgeMicrophone,
});
