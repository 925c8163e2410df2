const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Asia/Ho_Chi_Minh is UTC+7 all year round. */
const ZONE = 7 * 60 * MINUTE;

/** The latest moment not after `now` at which the clocks of the province showed `08:20`; null for what is no time of day. */
export function lastTimeOfDay(text: string, now: number): number | null {
  const parts = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/.exec(text.trim());
  if (!parts) return null;
  const ofDay = (Number(parts[1]) * 60 + Number(parts[2])) * MINUTE;
  const today = Math.floor((now + ZONE) / DAY) * DAY - ZONE + ofDay;
  return today > now ? today - DAY : today;
}

/** `31/01/2026` as `2026-01-31`; null for what is no day. */
export function calendarDayOf(text: string): string | null {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!parts) return null;
  const [day, month, year] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** `31/01/2026 07:30`, or `07:30` for the last time it was so; null for neither, and for what has still to come. */
export function pastMomentOf(text: string, now: number): number | null {
  const [first = '', second] = text.trim().split(/\s+/);
  if (second === undefined) return lastTimeOfDay(first, now);
  const day = calendarDayOf(first);
  if (day === null) return null;
  const midnight = Date.parse(day) - ZONE;
  const at = lastTimeOfDay(second, midnight + DAY - 1);
  return at === null || at > now ? null : at;
}
