import { defineCheck } from '../define-check.ts';
import { linkMeasurement } from './measurement.ts';
import { judgeLink } from './rule.ts';
import { linkWords } from './words.ts';

export const link = defineCheck({ id: 'link', measurement: linkMeasurement, rule: judgeLink, words: linkWords });
