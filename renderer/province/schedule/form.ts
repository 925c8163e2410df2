import { type MeetingFacts, meetingFacts } from '../../../shared/meeting/meeting.ts';
import { isDate, momentOf, textOf } from '../date-text.ts';

/** What stands in the fields of a meeting. `date` and `time` are Vietnam's, as a person reads them off the invitation. */
export interface MeetingForm {
  readonly title: string;
  readonly invitationNumber: string;
  readonly chair: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly composition: MeetingFacts['composition'];
  readonly profile: MeetingFacts['profile'];
  readonly kind: MeetingFacts['kind'];
  readonly platformLink: string;
  readonly policyVersion: MeetingFacts['policyVersion'];
}

/** `passed`: the start is over, which a slip of the hand is more often than what was meant. */
export type FormField = keyof MeetingForm | 'passed';

/** A meeting tomorrow morning, to be filled in. */
export function emptyForm(now: number): MeetingForm {
  const { date } = textOf(now + 24 * 60 * 60_000);
  return {
    ...{ title: '', invitationNumber: '', chair: '', date, time: '08:00', minutes: 120 },
    ...{ composition: 'head', profile: '720p', kind: 'briefing', platformLink: '', policyVersion: null },
  };
}

export function formOf(facts: MeetingFacts): MeetingForm {
  const { startsAt, expectedEndsAt, ...rest } = facts;
  const { title, invitationNumber, chair, composition, profile, kind, platformLink, policyVersion } = rest;
  const minutes = Math.round((expectedEndsAt - startsAt) / 60_000);
  return {
    ...{ title, invitationNumber, chair, ...textOf(startsAt), minutes },
    ...{ composition, profile, kind, platformLink, policyVersion },
  };
}

/** The facts the fields say, or which fields are at fault. */
export function factsOfForm(
  form: MeetingForm,
): { readonly facts: MeetingFacts } | { readonly faults: ReadonlySet<FormField> } {
  const { date, time, minutes, ...rest } = form;
  const startsAt = momentOf({ date, time });
  const faults = new Set<FormField>();
  if (startsAt === null) faults.add(isDate(date) ? 'time' : 'date');
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 24 * 60) faults.add('minutes');
  const read = meetingFacts.safeParse({ ...rest, startsAt, expectedEndsAt: (startsAt ?? 0) + minutes * 60_000 });
  for (const { path } of read.error?.issues ?? []) {
    const [field] = path;
    if (typeof field === 'string' && field in rest) faults.add(field as FormField);
  }
  return read.success && faults.size === 0 ? { facts: read.data } : { faults };
}
