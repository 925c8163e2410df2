import { vietnameseOrder } from '../strings/fold.ts';
import type { ReportPoint } from './point-columns.ts';

export function inNameOrder(a: ReportPoint, b: ReportPoint): number {
  return vietnameseOrder(a.name, b.name) || vietnameseOrder(a.code, b.code);
}
