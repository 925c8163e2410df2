import { defineCheck } from '../define-check.ts';
import { encoderMeasurement } from './measurement.ts';
import { judgeEncoder } from './rule.ts';

export const encoder = defineCheck({
  id: 'encoder',
  measurement: encoderMeasurement,
  rule: judgeEncoder,
});
