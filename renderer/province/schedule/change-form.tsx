import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { leadToFirstFault } from '../../ui/first-fault.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { formOf } from './form.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { NO_WHY, ReasonFields } from './reason-fields.tsx';
import classes from './schedule.module.css';
import { useMeetingForm } from './use-meeting-form.ts';

/** The meeting as it is, to be changed with a reason. `saved`: it was, just now, here. */
export function ChangeForm(props: {
  readonly meeting: Meeting;
  readonly saved: boolean;
  readonly onSaved: () => void;
}) {
  const { meeting, saved, onSaved } = props;
  const { t } = useWords();
  const change = useConsole((state) => state.changeMeeting);
  const { form, faults, change: edit, read } = useMeetingForm(() => formOf(meeting));
  const [why, setWhy] = useState(NO_WHY);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const facts = read();
    const unexplained = why.reason.trim() === '';
    setMissing(unexplained);
    if (facts === null || unexplained) return leadToFirstFault(event.currentTarget);
    setBusy(true);
    const answer = await change(meeting.id, { ...why, revision: meeting.revision, facts });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) onSaved();
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <MeetingFields form={form} faults={faults} onChange={edit} />
      <ReasonFields meeting={meeting} why={why} missing={missing} onChange={setWhy} />
      {error && <ErrorAdvice error={error} />}
      {saved && <p role="status">{t('province.schedule.saved')}</p>}
      <Button type="submit" size="md" loading={busy}>
        {t('province.schedule.saveChange')}
      </Button>
    </form>
  );
}
