import type { Translator } from '../../strings/translator.ts';
import type { ReportModel, ReportSection } from '../model.ts';
import { inNameOrder } from '../name-order.ts';
import { type PeriodAbout, periodHead } from '../period.ts';
import { columnsIn, pointColumns, type ReportPoint } from '../point-columns.ts';
import { sectionOf } from '../section.ts';
import { disciplineCases } from './cases.ts';
import { tallyColumns } from './columns.ts';
import { isCase, type Occasion, type OccasionMeeting } from './occasion.ts';
import { disciplineSummary } from './summary.ts';
import { addOccasion, emptyTally, type Tally } from './tally.ts';

interface PointTally {
  readonly point: ReportPoint;
  readonly tally: Tally;
}
interface MeetingTally {
  readonly meeting: OccasionMeeting;
  readonly tally: Tally;
}

/** Folds occasions one by one, in any order: what is kept grows with points, meetings and cases, not with occasions. */
export class DisciplineFold {
  readonly #all = emptyTally();
  readonly #points = new Map<string, PointTally>();
  readonly #meetings = new Map<string, MeetingTally>();
  readonly #cases: Occasion[] = [];

  add(occasion: Occasion): void {
    const { point, meeting } = occasion;
    addOccasion(this.#all, occasion);
    addOccasion(known(this.#points, point.code, () => ({ point, tally: emptyTally() })).tally, occasion);
    addOccasion(known(this.#meetings, meeting.id, () => ({ meeting, tally: emptyTally() })).tally, occasion);
    if (isCase(occasion)) this.#cases.push(occasion);
  }

  report(translator: Translator, about: PeriodAbout): ReportModel {
    const points = [...this.#points.values()].sort((a, b) => inNameOrder(a.point, b.point));
    const meetings = [...this.#meetings.values()].sort((a, b) => a.meeting.startsAt - b.meeting.startsAt);
    const cases = this.#cases.sort((a, b) => a.meeting.startsAt - b.meeting.startsAt || inNameOrder(a.point, b.point));
    return {
      kind: 'discipline',
      locale: translator.locale,
      title: translator.t('reports.kinds.discipline'),
      facts: periodHead(translator, about, meetings.length),
      generatedAt: about.generatedAt,
      main: 'points',
      sections: [
        disciplineSummary(translator, this.#all),
        byMeeting(translator, meetings),
        byPoint(translator, points),
        disciplineCases(translator, cases),
      ],
    };
  }
}

function known<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function byPoint(translator: Translator, points: readonly PointTally[]): ReportSection {
  const { t } = translator;
  return sectionOf<PointTally>(
    { id: 'points', title: t('reports.sections.discipline.points'), note: t('reports.notes.disciplinePoints') },
    [...pointColumns(translator, points), ...tallyColumns<PointTally>(translator)],
    points,
  );
}

function byMeeting(translator: Translator, meetings: readonly MeetingTally[]): ReportSection {
  const column = columnsIn(translator);
  return sectionOf<MeetingTally>(
    { id: 'meetings', title: translator.t('reports.sections.discipline.meetings') },
    [
      column('startsAt', 'date-time', ({ meeting }) => meeting.startsAt, { naming: true }),
      column('meeting', 'text', ({ meeting }) => meeting.title, { naming: true }),
      ...tallyColumns<MeetingTally>(translator),
    ],
    meetings,
  );
}
