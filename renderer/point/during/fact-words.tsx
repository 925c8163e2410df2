import type { PlacedFact } from '../../../shared/attendance/entry.ts';
import type { AttendanceFact } from '../../../shared/events/journal-event.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './during.module.css';

/** One entry of the course in words; struck through once it was corrected. */
export function FactWords({ fact: { event }, corrected }: { readonly fact: PlacedFact; readonly corrected: boolean }) {
  const { t } = useWords();
  return (
    <>
      <span className={corrected ? classes.struck : undefined}>
        {t(`during.course.facts.${event.type}`, valuesOf(event))}
      </span>
      {corrected && ` (${t('during.course.corrected')})`}
    </>
  );
}

function valuesOf(event: AttendanceFact): Record<string, string> {
  switch (event.type) {
    case 'leader-signed-in':
      return { name: event.person.fullName };
    case 'technician-on-duty':
      return { name: event.fullName };
    case 'explanation-given':
      return { name: event.by };
    case 'correction':
      return { name: event.actor, reason: event.reason };
    case 'incident-opened':
    case 'incident-updated':
      return { what: event.what };
    default:
      return {};
  }
}
