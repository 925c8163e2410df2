import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { InvitationImport } from '../../../shared/protocol/meetings.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { ListFile } from '../lists/list-file.tsx';
import { ListOutcome } from '../lists/list-outcome.tsx';

/** Reads an invitation list. One wrong row keeps all out, and every wrong row is named. */
export function ImportForm({ meetingId }: { readonly meetingId: string }) {
  const { t } = useWords();
  const send = useConsole((state) => state.importInvitations);
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<InvitationImport | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (file === null || reason.trim() === '') return;
    setBusy(true);
    const answer = await send(meetingId, file, reason);
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    setDone(answer.ok ? answer.value : null);
    // Taken or refused for its rows, it is not sent a second time: the mended one is chosen anew.
    if (answer.ok) setFile(null);
  }

  return (
    <form className={box.panel} onSubmit={(event) => void submit(event)}>
      <h2>{t('province.schedule.import')}</h2>
      <p>{t('province.schedule.importHint')}</p>
      <ListFile file={file} onChange={setFile} />
      <TextInput
        label={t('province.schedule.importReason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error && <ErrorAdvice error={error} />}
      {done && <ListOutcome outcome={done} />}
      <Button type="submit" variant="default" loading={busy} disabled={file === null || reason.trim() === ''}>
        {t('province.schedule.import')}
      </Button>
    </form>
  );
}
