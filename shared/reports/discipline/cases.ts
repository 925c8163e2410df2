import { COMPOSITIONS } from '../../attendance/composition.ts';
import { PRESENCES } from '../../attendance/presence.ts';
import { VERIFICATIONS } from '../../attendance/verification.ts';
import type { Translator } from '../../strings/translator.ts';
import type { ReportSection } from '../model.ts';
import { columnsIn, pointColumns } from '../point-columns.ts';
import { sectionOf } from '../section.ts';
import { statesIn } from '../states.ts';
import type { Occasion } from './occasion.ts';

/** The occasions somebody will want to look at, one line each, the four axes side by side. */
export function disciplineCases(translator: Translator, cases: readonly Occasion[]): ReportSection {
  const { t } = translator;
  const column = columnsIn(translator);
  const presences = statesIn(translator, 'province.rollCall.presences', PRESENCES);
  const compositions = statesIn(translator, 'verdicts.composition', COMPOSITIONS);
  const verifications = statesIn(translator, 'province.rollCall.verifications', VERIFICATIONS);
  return sectionOf<Occasion>(
    { id: 'cases', title: t('reports.sections.discipline.cases'), note: t('reports.notes.disciplineCases') },
    [
      column('startsAt', 'date-time', ({ meeting }) => meeting.startsAt, { naming: true }),
      ...pointColumns(translator, cases),
      column('meeting', 'text', ({ meeting }) => meeting.title),
      column('person', 'text', ({ person }) => person?.fullName ?? null),
      column('title', 'text', ({ person }) => person?.title ?? null),
      column('presence', 'state', ({ presence }) => presence, { states: presences }),
      column('arrivedAt', 'date-time', ({ arrivedAt }) => arrivedAt),
      column('lateBy', 'duration', ({ lateMinutes }) => (lateMinutes === null ? null : lateMinutes * 60_000)),
      column('composition', 'state', (one) => (one.attended ? one.composition : null), { states: compositions }),
      column('verification', 'state', ({ verification }) => verification, { states: verifications }),
      column('subjective', 'number', ({ incidents }) => incidents.subjective, { summed: true }),
      column('objective', 'number', ({ incidents }) => incidents.objective, { summed: true }),
      column('causeless', 'number', ({ incidents }) => incidents.undetermined, { summed: true }),
    ],
    cases,
  );
}
