import { CHECK_IDS, type CheckId } from '../../checks/check-id.ts';
import type { Verdict } from '../../checks/verdict.ts';
import type { Meeting } from '../../meeting/meeting.ts';
import type { MeetingRecord } from '../../meeting/readiness.ts';
import { LINE_FIGURE_NAMES, type LineFigure, lineFigure } from '../line-figures.ts';
import type { ReportPoint } from '../point-columns.ts';

/** `no-data`: no check of the point reached us, which says nothing about its devices. */
export type Outcome = Verdict | 'no-data';

/** What became of each check and what the line measured, over some occasions. */
export interface Measured {
  readonly checks: Readonly<Record<CheckId, Record<Outcome, number>>>;
  readonly line: Readonly<Record<LineFigure, number[]>>;
  /** How often something was not as it was before. */
  drifts: number;
}

export interface MeasuredPoint extends Measured {
  readonly point: ReportPoint;
}

export type MeetingOfRecord = Pick<Meeting, 'id' | 'title' | 'startsAt'>;
export interface MeasuredMeeting extends Measured {
  readonly meeting: MeetingOfRecord;
}

export function nothingMeasured(): Measured {
  const none = (): Record<Outcome, number> => ({
    pass: 0,
    warn: 0,
    fail: 0,
    unmeasured: 0,
    'not-run': 0,
    'no-data': 0,
  });
  return {
    checks: Object.fromEntries(CHECK_IDS.map((id) => [id, none()])) as Measured['checks'],
    line: { upload: [], download: [], rtt: [], jitter: [], loss: [] },
    drifts: 0,
  };
}

export function addRecord(measured: Measured, record: MeetingRecord): void {
  for (const id of CHECK_IDS) {
    const standing = record.checks[id];
    measured.checks[id][record.lastRunAt === null ? 'no-data' : (standing?.verdict ?? 'not-run')] += 1;
    measured.drifts += standing?.drift?.length ?? 0;
  }
  for (const name of LINE_FIGURE_NAMES) {
    const figure = lineFigure(record.checks.link, name);
    if (figure !== null) measured.line[name].push(figure);
  }
}

/** Over all checks. */
export function sumOf({ checks }: Measured, outcome: Outcome): number {
  return CHECK_IDS.reduce((sum, id) => sum + checks[id][outcome], 0);
}

/** Occasions the line was measured at, whatever was made of it. */
export function lineMeasured({ checks }: Measured): number {
  const { pass, warn, fail } = checks.link;
  return pass + warn + fail;
}
