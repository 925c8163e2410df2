import { defineCheck } from '../define-check.ts';
import { hostMeasurement } from './measurement.ts';
import { judgeHost } from './rule.ts';

export const host = defineCheck({ id: 'host', measurement: hostMeasurement, rule: judgeHost });
