import { defineCheck } from '../define-check.ts';
import { linkMeasurement } from './measurement.ts';
import { judgeLink } from './rule.ts';

export const link = defineCheck({ id: 'link', measurement: linkMeasurement, rule: judgeLink });
