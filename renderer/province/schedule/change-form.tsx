import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { type FormField, factsOfForm, formOf } from './form.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { NO_WHY, ReasonFields } from './reason-fields.tsx';
import classes from './schedule.module.css';

const NONE: ReadonlySet<FormField> = new Set();

/** The meeting as it is, to be changed with a reason. */
export function ChangeForm({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords();
  const change = useConsole((state) => state.changeMeeting);
  const [form, setForm] = useState(() => formOf(meeting));
  const [why, setWhy] = useState(NO_WHY);
  const [faults, setFaults] = useState(NONE);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const read = factsOfForm(form);
    const unexplained = why.reason.trim() === '';
    setFaults('faults' in read ? read.faults : NONE);
    setMissing(unexplained);
    if ('faults' in read || unexplained) return;
    setBusy(true);
    const answer = await change(meeting.id, { ...why, revision: meeting.revision, facts: read.facts });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <MeetingFields form={form} faults={faults} onChange={(part) => setForm({ ...form, ...part })} />
      <ReasonFields meeting={meeting} why={why} missing={missing} onChange={setWhy} />
      {error && <ErrorAdvice error={error} />}
      <Button type="submit" size="md" loading={busy}>
        {t('province.schedule.saveChange')}
      </Button>
    </form>
  );
}
