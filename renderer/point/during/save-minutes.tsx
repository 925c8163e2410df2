import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';

/** The record of the meeting as a PDF, to print and sign. Main asks where to. */
export function SaveMinutes({ meetingId }: { readonly meetingId: string }) {
  const { t } = useWords();
  const save = usePoint((state) => state.saveMinutes);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function start(): Promise<void> {
    setBusy(true);
    setError(null);
    setSaved(false);
    const answer = await save(meetingId);
    setBusy(false);
    if (answer.ok) setSaved(answer.value);
    else setError(answer.error);
  }

  return (
    <>
      <Button variant="default" mt="md" loading={busy} onClick={() => void start()}>
        {t('minutes.save')}
      </Button>
      {saved && <p role="status">{t('minutes.saved')}</p>}
      {error && <ErrorAdvice error={error} />}
    </>
  );
}
