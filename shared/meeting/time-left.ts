import type { TextValues } from '../strings/translator.ts';
import type { MeetingFacts } from './meeting.ts';

/** Key under `common.timeLeft`, and its values. */
export interface TimeLeft {
  readonly key: 'days' | 'hours' | 'minutes' | 'now' | 'running' | 'runningHours' | 'over';
  readonly values: TextValues;
}

const MINUTE = 60_000;

/** How far off a meeting is, in words' terms: whole minutes, rounded so that "1 minute" never means "started". */
export function timeLeft(meeting: Pick<MeetingFacts, 'startsAt' | 'expectedEndsAt'>, now: number): TimeLeft {
  if (now >= meeting.expectedEndsAt) return { key: 'over', values: {} };
  if (now >= meeting.startsAt) return since(Math.floor((now - meeting.startsAt) / MINUTE));
  const minutes = Math.ceil((meeting.startsAt - now) / MINUTE);
  if (minutes >= 48 * 60) return { key: 'days', values: { days: Math.floor(minutes / (24 * 60)) } };
  if (minutes >= 60) return { key: 'hours', values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
  return { key: 'minutes', values: { minutes } };
}

function since(minutes: number): TimeLeft {
  if (minutes < 1) return { key: 'now', values: {} };
  if (minutes < 60) return { key: 'running', values: { minutes } };
  return { key: 'runningHours', values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
}
