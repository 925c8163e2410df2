import { type AppError, appErr } from '../../shared/errors.ts';
import { type LeaderSignedIn, substitution as substitutionSchema } from '../../shared/events/leader-signed-in.ts';
import type { RequestArgs } from '../../shared/ipc-contract.ts';
import type { Feed } from '../../shared/protocol/feed.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Pins } from './pins.ts';

export type SignInRequest = RequestArgs<'leader:sign-in'>;

/**
 * The sign-in as an event, once everything about it is right. The PIN comes last: a form filled in wrongly costs no try.
 * Errors: `meeting-unknown`, `roster-unknown-person`, `substitute-incomplete`, `input-invalid`, those of the PIN.
 */
export async function signInEvent(
  request: SignInRequest,
  feed: Feed | null,
  pins: Pins,
): Promise<Result<LeaderSignedIn, AppError>> {
  const event = describe(request, feed);
  if (!event.ok || !feed) return event;
  const checked = await pins.check(request.personId, request.pin, feed.policy.signIn);
  return checked.ok ? event : err(checked.error);
}

function describe(request: SignInRequest, feed: Feed | null): Result<LeaderSignedIn, AppError> {
  const meeting = feed?.meetings.find(({ id }) => id === request.meetingId);
  if (!feed || !meeting) return appErr('meeting-unknown');
  const person = feed.roster.find(({ id }) => id === request.personId);
  if (!person) return appErr('roster-unknown-person');
  const { id, fullName, title } = person;
  const { designatedPersonId } = meeting;
  const substitution = substitutionOf(request, designatedPersonId);
  if (!substitution.ok) return substitution;
  return ok({
    type: 'leader-signed-in',
    meetingId: meeting.id,
    person: { id, fullName, title },
    designatedPersonId,
    substitution: substitution.value,
  });
}

/** Whoever is not the designated person shows on what grounds; with nobody designated there is no one to stand in for. */
function substitutionOf(
  { personId, substitution }: SignInRequest,
  designated: string | null,
): Result<LeaderSignedIn['substitution'], AppError> {
  const needed = designated !== null && designated !== personId;
  if (!needed) return substitution === null ? ok(null) : appErr('input-invalid', { field: 'substitution' });
  const parsed = substitutionSchema.safeParse(substitution);
  return parsed.success ? ok(parsed.data) : appErr('substitute-incomplete');
}
