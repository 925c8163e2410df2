import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PersonForgotten } from '../../../shared/protocol/person-data.ts';
import { may } from '../../../shared/protocol/rights.ts';
import type { RosterPerson } from '../../../shared/protocol/roster.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { PersonDataSection } from './person-data.tsx';
import classes from './roster.module.css';
import { useRosterChange } from './use-roster-change.ts';

/** The button that was pressed is gone: the keyboard goes on from the one in its place. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

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
  const [forgotten, setForgotten] = useState<PersonForgotten | null>(null);
  const missing = reason.trim() === '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!missing) void send({ kind: 'remove', personId: person.id, reason });
  }

  // Nobody is left to be taken off the list.
  if (forgotten) {
    return (
      <div className={classes.form}>
        <p role="status">{t('personData.forgotten', { ...forgotten })}</p>
        <Button ref={takeFocus} variant="default" onClick={onDone}>
          {t('common.actions.close')}
        </Button>
      </div>
    );
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
      <Button type="submit" color="red" loading={busy}>
        {t('roster.confirmRemove')}
      </Button>
      {role !== undefined && may(role, 'maintain') && (
        <PersonDataSection {...{ point, person, reason }} onMissing={() => setTried(true)} onForgotten={setForgotten} />
      )}
    </form>
  );
}
