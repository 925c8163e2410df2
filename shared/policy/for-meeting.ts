import type { LinkProfile } from '../checks/link/limits.ts';
import type { PointMeeting } from '../meeting/meeting.ts';
import type { Feed } from '../protocol/feed.ts';
import { DEFAULT_POLICY } from './default-policy.ts';
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

/** Of the policies a point was told of, the one that judges a meeting; without a meeting the one in force. */
export function judgingPolicy(
  told: Pick<Feed, 'policy' | 'policies'> | null,
  meeting: Pick<PointMeeting, 'judgedBy'> | null,
): Policy {
  if (!told) return DEFAULT_POLICY;
  return told.policies.find(({ version }) => version === meeting?.judgedBy) ?? told.policy;
}
