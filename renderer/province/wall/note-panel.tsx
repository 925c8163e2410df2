import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Ask } from '../../../shared/protocol/wall.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './point.module.css';

/** Notes to the point: what was sent and whether it was read, and a new one. */
export function NotePanel(props: { readonly asks: readonly Ask[]; readonly helps: boolean; readonly now: number }) {
  const { asks, helps, now } = props;
  const { t } = useWords();
  const notes = asks.filter(({ kind }) => kind === 'note');
  if (!helps && notes.length === 0) return null;
  return (
    <section className={classes.panel} aria-label={t('wall.ask.title')}>
      <h3>{t('wall.ask.title')}</h3>
      <ul className={classes.list}>
        {notes.map(({ id, text, by, at, state }) => (
          <li key={id}>
            {formatMoment(at, now)} <strong>{by}</strong>: {text} <em>({t(`wall.ask.states.${state}`)})</em>
          </li>
        ))}
      </ul>
      {helps && <NoteForm />}
    </section>
  );
}

function NoteForm() {
  const { t } = useWords();
  const askPoint = useConsole((state) => state.askPoint);
  const [text, setText] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setBusy(true);
    const sent = await askPoint({ kind: 'note', text });
    setBusy(false);
    setError(sent.ok ? null : sent.error);
    if (sent.ok) setText('');
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <Textarea
        label={t('wall.ask.text')}
        rows={2}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <ErrorAdvice error={error} />}
      <Button type="submit" variant="default" loading={busy} disabled={text.trim() === ''}>
        {t('wall.ask.send')}
      </Button>
    </form>
  );
}
