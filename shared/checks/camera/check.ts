import { defineCheck } from '../define-check.ts';
import { cameraMeasurement } from './measurement.ts';
import { judgeCamera } from './rule.ts';

export const camera = defineCheck({
  id: 'camera',
  measurement: cameraMeasurement,
  rule: judgeCamera,
});
