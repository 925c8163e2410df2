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
