import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { leadToFirstFault } from '../../ui/first-fault.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { NO_WHY, ReasonFields } from './reason-fields.tsx';
import classes from './schedule.module.css';

/** Cancels a meeting. Opened first, so that nobody does it by a slip; what was recorded stays readable. */
export function CancelForm({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords();
  const cancel = useConsole((state) => state.cancelMeeting);
  const [step, setStep] = useState<'closed' | 'open' | 'kept'>('closed');
  const [why, setWhy] = useState(NO_WHY);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const unexplained = why.reason.trim() === '';
    setMissing(unexplained);
    if (unexplained) return leadToFirstFault(event.currentTarget);
    setBusy(true);
    const answer = await cancel(meeting.id, { ...why, revision: meeting.revision });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
  }

  if (step !== 'open') {
    return (
      <Button variant="default" className={classes.cancel} autoFocus={step === 'kept'} onClick={() => setStep('open')}>
        {t('province.schedule.cancel')}
      </Button>
    );
  }
  return (
    <form className={box.panel} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('province.schedule.cancel')}</h2>
      <ReasonFields meeting={meeting} why={why} missing={missing} autoFocus onChange={setWhy} />
      {error && <ErrorAdvice error={error} />}
      <div className={classes.row}>
        <Button type="submit" color="red" loading={busy}>
          {t('province.schedule.confirmCancel')}
        </Button>
        <Button variant="default" onClick={() => setStep('kept')}>
          {t('province.schedule.keep')}
        </Button>
      </div>
    </form>
  );
}
