import type { LinkProfile } from '../checks/link/limits.ts';
import type { Policy } from './policy.ts';

/**
 * The policy as it stands for one meeting: the link's limits are those of the meeting's profile where the policy tells them.
 * Null: no meeting is near, and the general limits count.
 */
export function policyForMeeting(policy: Policy, meeting: { readonly profile: LinkProfile } | null): Policy {
  const { link } = policy.checks;
  const profile = meeting && link.profiles?.[meeting.profile];
  if (!profile) return policy;
  return { ...policy, checks: { ...policy.checks, link: { ...link, ...profile } } };
}
