import { formatDateTime } from '../strings/format.ts';
import type { Locale } from '../strings/translator.ts';
import type { ReportCell, ReportColumn } from './model.ts';

/** A cell as a person of that language reads it, and as Excel of that language takes it back. Empty for null. */
export function cellText(column: ReportColumn, cell: ReportCell | undefined, locale: Locale): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return column.type === 'state' ? (column.states?.[cell] ?? cell) : cell;
  switch (column.type) {
    case 'date-time':
      return formatDateTime(cell);
    case 'duration':
      return durationText(cell);
    case 'percent':
      return `${decimal(cell * 100, 1, locale)}%`;
    default:
      return decimal(cell, column.digits ?? 0, locale);
  }
}

/** The title with its unit. */
export function columnTitle({ title, unit }: ReportColumn): string {
  return unit === undefined ? title : `${title} (${unit})`;
}

/** `1:05:09`, hours without an end. */
function durationText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const text = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return ms < 0 ? `-${text}` : text;
}

/** No separator of thousands: Excel would take it for part of the number only where its own settings have the same. */
function decimal(value: number, digits: number, locale: Locale): string {
  const text = value.toFixed(digits);
  return locale === 'vi' ? text.replace('.', ',') : text;
}
