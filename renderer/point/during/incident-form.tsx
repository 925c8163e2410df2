import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Incident } from '../../../shared/attendance/incidents.ts';
import { type Cause, INCIDENT_KINDS, incidentKind } from '../../../shared/events/incident-facts.ts';
import { lastTimeOfDay } from '../../../shared/meeting/time-of-day.ts';
import { formatTime } from '../../../shared/strings/format.ts';
import { leadToFirstFault } from '../../ui/first-fault.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';

/** Causes as the form offers them: nobody is made to accuse. */
const OFFERED = ['undetermined', 'objective', 'subjective'] as const satisfies readonly Cause[];

/** A new incident (`known` null), or one told anew. */
export function IncidentForm(props: {
  readonly meetingId: string;
  readonly known: Incident | null;
  readonly onDone: () => void;
}) {
  const { meetingId, known, onDone } = props;
  const { t } = useWords();
  const [kind, setKind] = useState(known?.kind ?? 'line');
  const [what, setWhat] = useState(known?.what ?? '');
  const [time, setTime] = useState(() => formatTime(known?.since ?? Date.now()));
  const [proposedCause, setCause] = useState<Cause>(known?.proposedCause ?? 'undetermined');
  const [causeNote, setCauseNote] = useState(known?.causeNote ?? '');
  const [tried, setTried] = useState(false);
  const record = usePoint((state) => state.recordFact);
  const newId = usePoint((state) => state.newIncidentId);
  const busy = usePoint((state) => state.recordBusy);
  // An untouched time keeps its seconds.
  const since = known && time === formatTime(known.since) ? known.since : lastTimeOfDay(time, Date.now());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (since === null || what.trim() === '') return leadToFirstFault(event.currentTarget);
    const account = { kind, what: what.trim(), since, proposedCause, causeNote: causeNote.trim() };
    const common = { meetingId, reporter: { by: 'person', fullName: null }, ...account } as const;
    const saved = known
      ? await record({ type: 'incident-updated', incidentId: known.incidentId, measured: known.measured, ...common })
      : await record({ type: 'incident-opened', incidentId: newId(), measured: null, ...common });
    if (saved) onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <h3>{t(known ? 'during.incident.edit' : 'during.incident.fresh')}</h3>
      <div className={classes.pair}>
        <NativeSelect
          size="lg"
          autoFocus
          data-autofocus
          label={t('during.incident.kind')}
          value={kind}
          onChange={(event) => setKind(incidentKind.catch('other').parse(event.currentTarget.value))}
          data={INCIDENT_KINDS.map((value) => ({ value, label: t(`during.incident.kinds.${value}`) }))}
        />
        <TextInput
          size="lg"
          label={t('during.incident.since')}
          maxLength={5}
          value={time}
          error={tried && since === null ? t('during.incident.badTime') : null}
          // To be typed over: with the old time in it there is no room for another.
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      </div>
      <TextInput
        size="lg"
        withAsterisk
        label={t('during.incident.what')}
        placeholder={t('during.incident.whatHint')}
        maxLength={500}
        value={what}
        error={tried && what.trim() === '' ? t('during.incident.required') : null}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <Radio.Group
        size="lg"
        label={t('during.incident.cause')}
        value={proposedCause}
        onChange={(value) => setCause(OFFERED.find((one) => one === value) ?? 'undetermined')}
      >
        <div className={classes.radios}>
          {OFFERED.map((value) => (
            <Radio key={value} size="md" value={value} label={t(`during.incident.causes.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {proposedCause !== 'undetermined' && (
        <TextInput
          size="lg"
          label={t('during.incident.causeNote')}
          maxLength={500}
          value={causeNote}
          onChange={(event) => setCauseNote(event.currentTarget.value)}
        />
      )}
      <div className={classes.buttons}>
        <Button size="lg" variant="default" onClick={onDone}>
          {t('common.actions.back')}
        </Button>
        <Button size="lg" type="submit" loading={busy}>
          {t(known ? 'during.incident.saveEdit' : 'during.incident.report')}
        </Button>
      </div>
    </form>
  );
}
