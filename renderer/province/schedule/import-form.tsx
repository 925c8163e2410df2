import { Button, FileInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { InvitationImport } from '../../../shared/protocol/meetings.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import box from '../panel.module.css';
import classes from './schedule.module.css';

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
  }

  return (
    <form className={box.panel} onSubmit={(event) => void submit(event)}>
      <h2>{t('province.schedule.import')}</h2>
      <p>{t('province.schedule.importHint')}</p>
      <FileInput
        label={t('province.schedule.file')}
        placeholder={t('province.schedule.choose')}
        accept=".csv,.xlsx"
        value={file}
        onChange={setFile}
      />
      <TextInput
        label={t('province.schedule.importReason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error && <ErrorAdvice error={error} />}
      {done && done.bad.length === 0 && (
        <p role="status">{t('province.schedule.imported', { count: done.imported })}</p>
      )}
      {done && done.bad.length > 0 && (
        <div role="alert" className={classes.bad}>
          <strong>{t('province.schedule.notImported', { count: done.bad.length })}</strong>
          <ul>
            {done.bad.map(({ line, detail }) => (
              <li key={line}>{t('province.schedule.badRow', { line, detail })}</li>
            ))}
          </ul>
        </div>
      )}
      <Button type="submit" variant="default" loading={busy} disabled={file === null || reason.trim() === ''}>
        {t('province.schedule.import')}
      </Button>
    </form>
  );
}
