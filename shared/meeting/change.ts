import { type Meeting, type MeetingFacts, meeting as meetingSchema, type SomeMeetingFacts } from './meeting.ts';

/** The facts of a meeting alone. */
export function factsOf(meeting: MeetingFacts): MeetingFacts {
  const { title, invitationNumber, chair, startsAt, expectedEndsAt, composition } = meeting;
  const { profile, kind, platformLink, policyVersion } = meeting;
  return {
    ...{ title, invitationNumber, chair, startsAt, expectedEndsAt, composition },
    ...{ profile, kind, platformLink, policyVersion },
  };
}

/** Which facts `wanted` changes, as they are now; empty when it changes nothing. */
export function changedFacts(now: MeetingFacts, wanted: SomeMeetingFacts): SomeMeetingFacts {
  const facts = factsOf(now);
  const names = (Object.keys(facts) as (keyof MeetingFacts)[]).filter(
    (name) => wanted[name] !== undefined && wanted[name] !== facts[name],
  );
  return Object.fromEntries(names.map((name) => [name, facts[name]]));
}

/** The meeting with other facts, in NFC. The caller has looked whether it still ends after it starts. */
export function withFacts(meeting: Meeting, changed: SomeMeetingFacts): Meeting {
  const given = Object.entries(changed)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, typeof value === 'string' ? value.normalize('NFC') : value]);
  return meetingSchema.parse({ ...meeting, ...Object.fromEntries(given) });
}

/**
 * The same change for another meeting of the series: moved by as much as the one it was asked for.
 * What is not about time is taken as it is.
 */
export function changeForSibling(asked: SomeMeetingFacts, of: Meeting, sibling: Meeting): SomeMeetingFacts {
  const { startsAt, expectedEndsAt, ...rest } = asked;
  return {
    ...rest,
    ...(startsAt !== undefined && { startsAt: sibling.startsAt + startsAt - of.startsAt }),
    ...(expectedEndsAt !== undefined && {
      expectedEndsAt: sibling.expectedEndsAt + expectedEndsAt - of.expectedEndsAt,
    }),
  };
}
