import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Incident } from '../../../shared/attendance/incidents.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';

/** The end of an incident: now, and what was done. */
export function ResolveForm(props: {
  readonly meetingId: string;
  readonly incident: Incident;
  readonly onDone: () => void;
}) {
  const { meetingId, incident, onDone } = props;
  const { t } = useWords();
  const [remedy, setRemedy] = useState('');
  const record = usePoint((state) => state.recordFact);
  const busy = usePoint((state) => state.recordBusy);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await record({
      type: 'incident-resolved',
      meetingId,
      incidentId: incident.incidentId,
      reporter: { by: 'person', fullName: null },
      resolvedAt: Date.now(),
      remedy: remedy.trim(),
      measured: incident.measured,
    });
    if (saved) onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <h3>
        {t(`during.incident.kinds.${incident.kind}`)}: {incident.what}
      </h3>
      <TextInput
        size="lg"
        autoFocus
        label={t('during.incident.remedy')}
        maxLength={500}
        value={remedy}
        onChange={(event) => setRemedy(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="lg" variant="default" onClick={onDone}>
          {t('common.actions.back')}
        </Button>
        <Button size="lg" type="submit" loading={busy}>
          {t('during.incident.resolveNow')}
        </Button>
      </div>
    </form>
  );
}
