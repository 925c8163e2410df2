import { CliError, EXIT } from '../cli.ts';

const RELATIVE = /^\+(\d{1,6})m$/;
const ABSOLUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/;
/** Asia/Ho_Chi_Minh; no daylight saving time. */
const VIETNAM = '+07:00';

/** `+30m` from now, or an ISO date and time, Vietnam's where it names no offset. Epoch milliseconds; throws `CliError`. */
export function parseStart(text: string, now: number): number {
  const minutes = RELATIVE.exec(text)?.[1];
  if (minutes !== undefined) return now + Number(minutes) * 60_000;
  const match = ABSOLUTE.exec(text);
  const at = match === null ? Number.NaN : Date.parse(match[2] === undefined ? text + VIETNAM : text);
  if (Number.isNaN(at)) throw new CliError(`--start takes 2026-01-31T08:00 or +30m, not "${text}"`, EXIT.usage);
  return at;
}
