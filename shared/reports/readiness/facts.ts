import type { Timeliness } from '../../attendance/timeliness.ts';
import type { Meeting } from '../../meeting/meeting.ts';
import type { Policy } from '../../policy/policy.ts';
import type { ReadinessRow } from '../../protocol/console.ts';
import type { ReportPoint } from '../point-columns.ts';

/** When a device filed its first check for the meeting: by the province's clock as far as known, and when the province had it. */
export interface Filing {
  readonly at: number;
  readonly receivedAt: number;
}

export interface TechnicianFact {
  readonly fullName: string;
  /** Empty for those who do not call. */
  readonly phone: string;
  readonly at: number;
  readonly timeliness: Timeliness;
}

/** All that the readiness report says of one point. Nothing of it is known of a point without data. */
export interface ReadinessFacts {
  readonly point: ReportPoint;
  readonly row: ReadinessRow;
  readonly filing: Filing | null;
  /** Who is on duty, since when the first one was, and whether that one was in time. */
  readonly technician: TechnicianFact | null;
}

/** What the report is about. */
export interface ReadinessAbout {
  readonly hubName: string;
  readonly meeting: Meeting;
  readonly checklist: readonly { readonly id: string; readonly vi: string; readonly en: string }[];
  readonly timing: Policy['timing'];
  readonly generatedAt: number;
  readonly narrowed: Narrowed;
}

/** By what a report was narrowed. */
export interface Narrowed {
  readonly cluster: string | null;
  readonly point: string | null;
}
