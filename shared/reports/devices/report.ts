import { CHECK_IDS } from '../../checks/check-id.ts';
import type { MeetingRecord } from '../../meeting/readiness.ts';
import type { Translator } from '../../strings/translator.ts';
import type { ReportModel } from '../model.ts';
import { type PeriodAbout, periodHead } from '../period.ts';
import type { ReportPoint } from '../point-columns.ts';
import { checksSection } from '../readiness/summary.ts';
import { type Change, driftSection } from './drift.ts';
import {
  addRecord,
  type MeasuredMeeting,
  type MeasuredPoint,
  type MeetingOfRecord,
  nothingMeasured,
  type Outcome,
} from './measured.ts';
import { devicePoints } from './points.ts';
import { trendSection } from './trend.ts';

/** Folds the records of points in meetings one by one. The last run for each meeting is the one that counts. */
export class DevicesFold {
  readonly #all = nothingMeasured();
  readonly #points = new Map<string, MeasuredPoint>();
  readonly #meetings = new Map<string, MeasuredMeeting>();
  readonly #changes: Change[] = [];

  add(meeting: MeetingOfRecord, point: ReportPoint, record: MeetingRecord): void {
    const ofPoint = this.#points.get(point.code) ?? { point, ...nothingMeasured() };
    const ofMeeting = this.#meetings.get(meeting.id) ?? { meeting, ...nothingMeasured() };
    this.#points.set(point.code, ofPoint);
    this.#meetings.set(meeting.id, ofMeeting);
    for (const measured of [this.#all, ofPoint, ofMeeting]) addRecord(measured, record);
    for (const check of CHECK_IDS)
      for (const drift of record.checks[check]?.drift ?? []) this.#changes.push({ meeting, point, check, drift });
  }

  report(translator: Translator, about: PeriodAbout): ReportModel {
    const meetings = [...this.#meetings.values()].sort((a, b) => a.meeting.startsAt - b.meeting.startsAt);
    const tallies = CHECK_IDS.map((check) => ({
      check,
      count: (outcome: Outcome) => this.#all.checks[check][outcome],
    }));
    return {
      kind: 'devices',
      locale: translator.locale,
      title: translator.t('reports.kinds.devices'),
      facts: periodHead(translator, about, meetings.length),
      generatedAt: about.generatedAt,
      main: 'points',
      sections: [
        checksSection(translator, 'reports.sections.devices.checks', tallies),
        trendSection(translator, meetings),
        devicePoints(translator, [...this.#points.values()]),
        driftSection(translator, this.#changes),
      ],
    };
  }
}
