import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Incident } from '../../../shared/attendance/incidents.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './during.module.css';
import { DuringDialog } from './during-dialog.tsx';
import { IncidentForm } from './incident-form.tsx';
import { ResolveForm } from './resolve-form.tsx';
import type { Course } from './use-course.ts';

/** What the dialog asks for: a new incident, a change of one, or its end. */
type Asking =
  | { readonly kind: 'new' }
  | { readonly kind: 'change'; readonly incident: Incident }
  | { readonly kind: 'resolve'; readonly incident: Incident };

/** What goes wrong now, and what was reported of it. With nothing going on, the form is there at once. */
export function IncidentDialog({ course: { meeting, attendance } }: { readonly course: Course }) {
  const { t } = useWords();
  const going = attendance.incidents.filter(({ resolvedAt }) => resolvedAt === null);
  const [asking, setAsking] = useState<Asking | null>(going.length === 0 ? { kind: 'new' } : null);
  const done = () => setAsking(null);
  return (
    <DuringDialog title={t('during.incident.title')}>
      {asking === null && (
        <>
          <h3>{t('during.incident.current')}</h3>
          {going.length === 0 && <p>{t('during.incident.none')}</p>}
          <ul className={classes.list}>
            {going.map((incident) => (
              <IncidentRow key={incident.incidentId} incident={incident} onAsk={setAsking} />
            ))}
          </ul>
          <Button size="lg" variant="default" onClick={() => setAsking({ kind: 'new' })}>
            {t('during.incident.fresh')}
          </Button>
        </>
      )}
      {asking?.kind === 'new' && <IncidentForm meetingId={meeting.id} known={null} onDone={done} />}
      {asking?.kind === 'change' && <IncidentForm meetingId={meeting.id} known={asking.incident} onDone={done} />}
      {asking?.kind === 'resolve' && <ResolveForm meetingId={meeting.id} incident={asking.incident} onDone={done} />}
    </DuringDialog>
  );
}

function IncidentRow(props: { readonly incident: Incident; readonly onAsk: (asking: Asking) => void }) {
  const { incident, onAsk } = props;
  const { t } = useWords();
  return (
    <li className={classes.row}>
      <span className={classes.rowWords}>
        <strong>{t(`during.incident.kinds.${incident.kind}`)}</strong>{' '}
        {t('during.incident.sinceAt', { time: formatMoment(incident.since, Date.now()) })}
        <br />
        {incident.what}
      </span>
      <Button variant="default" onClick={() => onAsk({ kind: 'change', incident })}>
        {t('during.incident.change')}
      </Button>
      <Button onClick={() => onAsk({ kind: 'resolve', incident })}>{t('during.incident.resolve')}</Button>
    </li>
  );
}
