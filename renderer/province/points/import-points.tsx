import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type InvitationImport, invitationImport } from '../../../shared/protocol/meetings.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import admin from '../admin/admin.module.css';
import { useSend } from '../admin/use-hub.ts';
import { postedTable } from '../hub-call.ts';
import { ListFile } from '../lists/list-file.tsx';
import { ListOutcome } from '../lists/list-outcome.tsx';

/** A list of points from a spreadsheet. One wrong row keeps all out, and every wrong row is named. */
export function ImportPoints({ onImported }: { readonly onImported: () => void }) {
  const { t, locale } = useWords();
  const { busy, error, send } = useSend();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<InvitationImport | null>(null);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (file === null) return;
    const answer = await send(`/api/console/points/file?locale=${locale}`, postedTable(file), invitationImport);
    setResult(answer.ok ? answer.value : null);
    // Taken or refused for its rows, it is not sent a second time: the mended one is chosen anew.
    if (answer.ok) setFile(null);
    if (answer.ok && answer.value.bad.length === 0) onImported();
  }
  return (
    <form className={admin.form} onSubmit={(event) => void submit(event)}>
      <p>{t('admin.points.importHint')}</p>
      <ListFile file={file} onChange={setFile} />
      {error && <ErrorAdvice error={error} />}
      {result && <ListOutcome outcome={result} />}
      <Button type="submit" loading={busy} disabled={file === null}>
        {t('admin.points.import')}
      </Button>
    </form>
  );
}
