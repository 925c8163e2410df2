import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { may } from '../../../shared/protocol/rights.ts';
import type { RosterPerson } from '../../../shared/protocol/roster.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { PersonDataSection } from './person-data.tsx';
import classes from './roster.module.css';
import { useRosterChange } from './use-roster-change.ts';

/** Takes a person off the list, with the reason. What was recorded of them stays. */
export function RemoveForm(props: {
  readonly point: string;
  readonly person: RosterPerson;
  readonly onDone: () => void;
}) {
  const { point, person, onDone } = props;
  const { t } = useWords();
  const { busy, error, send } = useRosterChange(point, onDone);
  const role = useConsole((state) => state.session?.role);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!missing) void send({ kind: 'remove', personId: person.id, reason });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {error && <ErrorAdvice error={error} />}
      <p>
        <strong>{person.fullName}</strong>, {person.title}
      </p>
      <TextInput
        label={t('roster.reason')}
        withAsterisk
        data-autofocus
        maxLength={500}
        value={reason}
        error={tried && missing ? t('roster.reasonMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" color="red.9" loading={busy}>
        {t('roster.confirmRemove')}
      </Button>
      {role !== undefined && may(role, 'maintain') && (
        <PersonDataSection point={point} person={person} reason={reason} onMissing={() => setTried(true)} />
      )}
    </form>
  );
}
