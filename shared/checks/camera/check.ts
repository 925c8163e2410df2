import { defineCheck } from '../define-check.ts';
import { cameraMeasurement } from './measurement.ts';
import { judgeCamera } from './rule.ts';
import { cameraWords } from './words.ts';

export const camera = defineCheck({
  id: 'camera',
  measurement: cameraMeasurement,
  rule: judgeCamera,
  words: cameraWords,
});
