import type { PointState } from '../point-state.ts';
import type { PastCheck } from './past-check.ts';

/** What one file for whoever helps holds. */
export interface SupportFile {
  readonly format: 'diem-cau-support-1';
  readonly madeAt: number;
  readonly software: { readonly version: string; readonly system: string; readonly electron: string };
  readonly withPeople: boolean;
  readonly point: object;
  readonly checks: readonly PastCheck[];
  readonly log: readonly string[];
  readonly crashes: readonly object[];
}

/**
 * The state without anything personal: no roster, no leader, no technician, no titles of meetings, no notes a person wrote. What is
 * left names an office and says what its machine measured.
 */
export function withoutPeople({ enrolment, feed, feedAt, warnings, sync, baselines }: PointState): object {
  return {
    ...{ enrolment, feedAt, warnings, sync, baselines },
    hub: feed && { id: feed.hub.id, name: feed.hub.name },
    policy: feed?.policy ?? null,
    meetings: feed?.meetings.map(({ id, startsAt, expectedEndsAt, status, revision, profile }) => ({
      ...{ id, startsAt, expectedEndsAt, status, revision, profile },
    })),
  };
}
