import { defineCheck } from '../define-check.ts';
import { screenShareMeasurement } from './measurement.ts';
import { judgeScreenShare } from './rule.ts';

export const screenShare = defineCheck({
  id: 'screen-share',
  measurement: screenShareMeasurement,
  rule: judgeScreenShare,
});
