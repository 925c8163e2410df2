import { formatDate, formatTime } from '../../shared/strings/format.ts';

/** A moment as people here write it: `31/01/2026` and `08:00`, in Vietnam's time whatever the machine's. */
export interface DateText {
  readonly date: string;
  readonly time: string;
}

const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const TIME = /^(\d{1,2})[:hg](\d{2})$/;

export function textOf(epochMs: number): DateText {
  return { date: formatDate(epochMs), time: formatTime(epochMs) };
}

/** Epoch milliseconds; null when there is no such day or no such time. */
export function momentOf({ date, time }: DateText): number | null {
  const [, day, month, year] = DATE.exec(date.trim()) ?? [];
  const [, hour, minute] = TIME.exec(time.trim()) ?? [];
  if (!day || !month || !year || !hour || !minute) return null;
  const two = (text: string) => text.padStart(2, '0');
  const at = Date.parse(`${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:00+07:00`);
  // 30/02 would quietly become 02/03.
  return Number.isNaN(at) || formatDate(at) !== `${two(day)}/${two(month)}/${year}` ? null : at;
}

export function isDate(text: string): boolean {
  return momentOf({ date: text, time: '00:00' }) !== null;
}
