import type { Meeting } from '../meeting/meeting.ts';
import type { Translator } from '../strings/translator.ts';
import { madeFacts, meetingFacts, narrowedFacts, periodFacts } from './about.ts';
import type { ReportModel } from './model.ts';
import type { Narrowed } from './readiness/facts.ts';

/** What a report over a period is about. `meeting`: it is of this one alone. `to`: the last moment of the period. */
export interface PeriodAbout {
  readonly hubName: string;
  readonly meeting: Meeting | null;
  readonly from: number;
  readonly to: number;
  readonly narrowed: Narrowed;
  readonly generatedAt: number;
}

export function periodHead(translator: Translator, about: PeriodAbout, meetings: number): ReportModel['facts'] {
  return [
    ...(about.meeting
      ? meetingFacts(translator, about.meeting)
      : periodFacts(translator, about.from, about.to, meetings)),
    ...narrowedFacts(translator, about.narrowed),
    ...madeFacts(translator, about.hubName, about.generatedAt),
  ];
}
