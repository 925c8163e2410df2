import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { PinCodeIssued, RosterPerson } from '../../../shared/protocol/roster.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './roster.module.css';

/** Issues a one-time code and shows it, large enough to be read out. It is in this dialog only. */
export function CodeForm(props: {
  readonly point: string;
  readonly person: RosterPerson;
  readonly onDone: () => void;
}) {
  const { point, person, onDone } = props;
  const { t } = useWords();
  const issue = useConsole((state) => state.issuePinCode);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [issued, setIssued] = useState<PinCodeIssued | null>(null);
  const name = person.fullName;

  async function ask(): Promise<void> {
    setBusy(true);
    const answer = await issue(point, person.id);
    setBusy(false);
    if (answer.ok) setIssued(answer.value);
    else setError(answer.error);
  }

  if (issued) {
    return (
      <div className={classes.form}>
        <p role="status">
          {t('roster.issued', { name })}
          <strong className={classes.code}>{issued.code}</strong>
        </p>
        <p>{t('roster.until', { time: formatDateTime(issued.expiresAt) })}</p>
        <Button key="close" variant="default" onClick={onDone}>
          {t('common.actions.close')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.form}>
      {error && <ErrorAdvice error={error} />}
      <p>{t('roster.codeHow', { name })}</p>
      <Button data-autofocus loading={busy} onClick={() => void ask()}>
        {t('roster.issue')}
      </Button>
    </div>
  );
}
