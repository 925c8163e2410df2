import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ExplanationAsked } from '../../../shared/protocol/feed.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';
import { DuringDialog } from './during-dialog.tsx';
import { useOpenRequests } from './use-course.ts';

/** What the province asked, the oldest first, one at a time. */
export function ExplanationDialog() {
  const { t } = useWords();
  const [request] = useOpenRequests();
  return (
    <DuringDialog title={t('during.explanation.title')}>
      {request ? <Answer key={request.id} request={request} /> : <p role="status">{t('during.explanation.none')}</p>}
    </DuringDialog>
  );
}

function Answer({ request }: { readonly request: ExplanationAsked }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [by, setBy] = useState('');
  const [tried, setTried] = useState(false);
  const record = usePoint((state) => state.recordFact);
  const busy = usePoint((state) => state.recordBusy);
  const missing = (value: string) => (tried && value.trim() === '' ? t('during.incident.required') : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '' || by.trim() === '') return;
    const { id: requestId, meetingId } = request;
    await record({ type: 'explanation-given', meetingId, requestId, about: null, by: by.trim(), text: text.trim() });
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <p>
        <strong>{request.question}</strong>
      </p>
      <p className={classes.soft}>
        {t('during.explanation.asked', { time: formatDateTime(request.at) })}
        {request.dueAt !== null && ` · ${t('during.explanation.due', { time: formatDateTime(request.dueAt) })}`}
      </p>
      <Textarea
        size="lg"
        autoFocus
        data-autofocus
        withAsterisk
        rows={4}
        label={t('during.explanation.answer')}
        maxLength={4000}
        value={text}
        error={missing(text)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        size="lg"
        withAsterisk
        label={t('during.explanation.by')}
        maxLength={120}
        value={by}
        error={missing(by)}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <span />
        <Button size="lg" type="submit" loading={busy}>
          {t('during.explanation.send')}
        </Button>
      </div>
    </form>
  );
}
