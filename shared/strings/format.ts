import type { Locale } from './translator.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const INTL: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' };

/** `31/01/2026`, in the province's time zone whatever the machine's. Both languages write dates this way here. */
export function formatDate(epochMs: number): string {
  return parts(epochMs, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** `08:00`, 24-hour. */
export function formatTime(epochMs: number): string {
  return parts(epochMs, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** `08:00:12`, for what happened a moment ago. */
export function formatSecond(epochMs: number): string {
  return parts(epochMs, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

/** `31/01/2026 08:00` */
export function formatDateTime(epochMs: number): string {
  return `${formatDate(epochMs)} ${formatTime(epochMs)}`;
}

/** The time alone on the day of `now`, with its date on any other: a bare `08:00` of yesterday would mislead. */
export function formatMoment(epochMs: number, now: number): string {
  return formatDate(epochMs) === formatDate(now) ? formatTime(epochMs) : formatDateTime(epochMs);
}

/** Decimal comma in Vietnamese. */
export function formatNumber(locale: Locale, value: number, digits = 1): string {
  const key = `${locale} ${digits}`;
  const known = numbers.get(key) ?? new Intl.NumberFormat(INTL[locale], { maximumFractionDigits: digits });
  numbers.set(key, known);
  return known.format(value);
}

/** Making a formatter costs a hundred times what using it does. */
const numbers = new Map<string, Intl.NumberFormat>();
const formatters = new Map<string, Intl.DateTimeFormat>();

function parts(epochMs: number, options: Intl.DateTimeFormatOptions): string {
  const key = Object.keys(options).join();
  const known = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options });
  formatters.set(key, known);
  return known.format(epochMs);
}
