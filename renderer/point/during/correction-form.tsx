import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PlacedFact } from '../../../shared/attendance/entry.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';
import { FactWords } from './fact-words.tsx';

/** Takes an entry back, by name and with a reason. */
export function CorrectionForm(props: {
  readonly meetingId: string;
  readonly fact: PlacedFact;
  readonly onDone: () => void;
}) {
  const { meetingId, fact, onDone } = props;
  const { t } = useWords();
  const [actor, setActor] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const record = usePoint((state) => state.recordFact);
  const busy = usePoint((state) => state.recordBusy);
  const missing = (value: string) => (tried && value.trim() === '' ? t('during.incident.required') : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (actor.trim() === '' || reason.trim() === '') return;
    const replacement = { kind: 'withdrawn' } as const;
    const told = { of: fact.id, actor: actor.trim(), reason: reason.trim(), replacement };
    if (await record({ type: 'correction', meetingId, ...told })) onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <h3>
        {formatMoment(fact.deviceAt, Date.now())} <FactWords fact={fact} corrected={false} />
      </h3>
      <p>{t('during.course.correctAbout')}</p>
      <div className={classes.pair}>
        <TextInput
          size="lg"
          autoFocus
          withAsterisk
          label={t('during.course.reason')}
          maxLength={500}
          value={reason}
          error={missing(reason)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          size="lg"
          withAsterisk
          label={t('during.course.actor')}
          maxLength={120}
          value={actor}
          error={missing(actor)}
          onChange={(event) => setActor(event.currentTarget.value)}
        />
      </div>
      <div className={classes.buttons}>
        <Button size="lg" variant="default" onClick={onDone}>
          {t('common.actions.back')}
        </Button>
        <Button size="lg" type="submit" loading={busy}>
          {t('during.course.confirm')}
        </Button>
      </div>
    </form>
  );
}
