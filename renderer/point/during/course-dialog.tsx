import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PlacedEntry, PlacedFact } from '../../../shared/attendance/entry.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import { CorrectionForm } from './correction-form.tsx';
import classes from './during.module.css';
import { DuringDialog } from './during-dialog.tsx';
import { FactWords } from './fact-words.tsx';
import { SaveMinutes } from './save-minutes.tsx';
import type { Course } from './use-course.ts';

/** Everything this machine recorded of the meeting, with the way to mend a slip of the hand. */
export function CourseDialog({ course: { meeting, attendance } }: { readonly course: Course }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<PlacedFact | null>(null);
  const { recorded, corrections } = attendance.timeline;
  const corrected = new Set(corrections.filter(({ effect }) => effect === 'applied').map(({ of }) => of));
  return (
    <DuringDialog title={t('during.course.title')}>
      {chosen ? (
        <CorrectionForm meetingId={meeting.id} fact={chosen} onDone={() => setChosen(null)} />
      ) : (
        <ol className={classes.list}>
          {recorded.filter(isFact).map((fact) => (
            <CourseRow key={fact.id} fact={fact} corrected={corrected.has(fact.id)} onCorrect={setChosen} />
          ))}
        </ol>
      )}
      {!chosen && <SaveMinutes meetingId={meeting.id} />}
      {recorded.length === 0 && <p>{t('during.course.none')}</p>}
    </DuringDialog>
  );
}

function isFact(entry: PlacedEntry): entry is PlacedFact {
  return entry.source === 'point';
}

function CourseRow(props: {
  readonly fact: PlacedFact;
  readonly corrected: boolean;
  readonly onCorrect: (fact: PlacedFact) => void;
}) {
  const { fact, corrected, onCorrect } = props;
  const { t } = useWords();
  // A sign-in is made anew, not corrected; a correction is not corrected here.
  const may = !corrected && fact.event.type !== 'leader-signed-in' && fact.event.type !== 'correction';
  return (
    <li className={classes.row}>
      <span className={classes.rowWords}>
        <span className={classes.soft}>{formatMoment(fact.deviceAt, Date.now())}</span>{' '}
        <FactWords fact={fact} corrected={corrected} />
      </span>
      {may && (
        <Button variant="default" onClick={() => onCorrect(fact)}>
          {t('during.course.correct')}
        </Button>
      )}
    </li>
  );
}
