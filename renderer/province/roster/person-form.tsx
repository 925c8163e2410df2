import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldsInCharge } from '../../../shared/meeting/meeting.ts';
import type { RosterPerson } from '../../../shared/protocol/roster.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './roster.module.css';
import { useRosterChange } from './use-roster-change.ts';

/** A new person, or what is known of one. */
export function PersonForm(props: {
  readonly point: string;
  readonly person: RosterPerson | null;
  readonly onDone: () => void;
}) {
  const { point, person, onDone } = props;
  const { t } = useWords();
  const { busy, error, send } = useRosterChange(point, onDone);
  const [fullName, setFullName] = useState(person?.fullName ?? '');
  const [title, setTitle] = useState(person?.title ?? '');
  const [fields, setFields] = useState(person?.fields.join('\n') ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const nameless = fullName.trim() === '';
  const read = fieldsInCharge.safeParse(linesOf(fields));

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (nameless || !read.success) return;
    const what = { fullName, title, fields: read.data, reason };
    void send(person === null ? { kind: 'add', ...what } : { kind: 'change', personId: person.id, ...what });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {error && <ErrorAdvice error={error} />}
      <TextInput
        label={t('roster.fullName')}
        withAsterisk
        data-autofocus
        maxLength={120}
        value={fullName}
        error={tried && nameless ? t('roster.nameMissing') : null}
        onChange={(event) => setFullName(event.currentTarget.value)}
      />
      <TextInput
        label={t('roster.position')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('roster.fields')}
        description={t('roster.fieldsHint')}
        autosize
        minRows={2}
        maxRows={6}
        value={fields}
        error={tried && !read.success ? t('roster.fieldsBad') : null}
        onChange={(event) => setFields(event.currentTarget.value)}
      />
      <TextInput
        label={t('roster.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy}>
        {t('roster.save')}
      </Button>
    </form>
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
