import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import {
  CALL_OUTCOMES,
  type CallRequest,
  type CallStanding,
  type HelpLogEntry,
  type WallPoint,
} from '../../../shared/protocol/wall.ts';
import { formatMoment, formatTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './point.module.css';

/** Whom to call, who is calling, what came of it, and what colleagues did. */
export function CallPanel(props: {
  readonly contact: WallPoint['contact'];
  readonly call: CallStanding | null;
  readonly log: readonly HelpLogEntry[];
  readonly helps: boolean;
  readonly now: number;
}) {
  const { contact, call, log, helps, now } = props;
  const { t } = useWords();
  const me = useConsole((state) => state.session?.username);
  const callPoint = useConsole((state) => state.callPoint);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const calling = call?.state === 'calling';
  const mine = calling && call.by === me;
  const panel = useLeadOn(mine);
  const send = async (asked: CallRequest) => {
    setBusy(true);
    const done = await callPoint(asked);
    setError(done.ok ? null : done.error);
    setBusy(false);
  };
  return (
    <section ref={panel} className={classes.panel} aria-label={t('wall.call.title')}>
      <div className={classes.phoneLine}>
        <Icon name="phone" size={26} />
        <Contact contact={contact} />
        {helps && !mine && (
          <Button size="md" loading={busy} disabled={calling} onClick={() => void send({ action: 'claim' })}>
            {t('wall.call.claim')}
          </Button>
        )}
        {mine && (
          <Button size="md" variant="default" loading={busy} onClick={() => void send({ action: 'release' })}>
            {t('wall.call.release')}
          </Button>
        )}
      </div>
      {call !== null && (
        <p role="status">
          <strong>
            {mine
              ? t('wall.call.mine', { time: formatTime(call.since) })
              : t(`wall.${call.state}`, { who: call.by, time: formatTime(call.since) })}
          </strong>
        </p>
      )}
      {error && <ErrorAdvice error={error} />}
      {mine && <OutcomeForm busy={busy} onSave={send} />}
      <Log log={log} now={now} />
    </section>
  );
}

/** The button that took or gave up the call is gone then: the keyboard goes on to what came in its place. */
function useLeadOn(mine: boolean) {
  const panel = useRef<HTMLElement>(null);
  const before = useRef(mine);
  useEffect(() => {
    if (before.current === mine) return;
    before.current = mine;
    if (document.activeElement !== document.body) return;
    panel.current?.querySelector<HTMLElement>(mine ? 'select' : 'button:not(:disabled)')?.focus();
  }, [mine]);
  return panel;
}

function Contact({ contact }: { readonly contact: WallPoint['contact'] }) {
  const { t } = useWords();
  if (contact === null) return <span className={classes.contact}>{t('wall.point.hidden')}</span>;
  const { name, phone } = contact;
  return (
    <span className={classes.contact}>
      <span>
        {t('wall.point.contact')}
        {name !== null && `: ${name}`}
      </span>
      {phone === null ? (
        t('wall.point.noPhone')
      ) : (
        <a className={classes.phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          {phone}
        </a>
      )}
    </span>
  );
}

function OutcomeForm(props: { readonly busy: boolean; readonly onSave: (asked: CallRequest) => Promise<void> }) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<(typeof CALL_OUTCOMES)[number]>('fixing');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void props.onSave({ action: 'called', outcome, note });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <NativeSelect
        label={t('wall.call.outcome')}
        value={outcome}
        data={CALL_OUTCOMES.map((value) => ({ value, label: t(`wall.call.outcomes.${value}`) }))}
        onChange={(event) => setOutcome(event.currentTarget.value as typeof outcome)}
      />
      <TextInput
        label={t('wall.call.note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={props.busy}>
        {t('wall.call.save')}
      </Button>
    </form>
  );
}

function Log({ log, now }: { readonly log: readonly HelpLogEntry[]; readonly now: number }) {
  const { t } = useWords();
  return (
    <>
      <h3>{t('wall.log.title')}</h3>
      {log.length === 0 && <p className={classes.soft}>{t('wall.log.empty')}</p>}
      <ul className={classes.list}>
        {log.map(({ at, by, action, outcome, note }) => (
          <li key={`${at} ${by} ${action}`}>
            {formatMoment(at, now)} <strong>{by}</strong> {t(`wall.log.${action}`)}
            {outcome !== null && `: ${t(`wall.call.outcomes.${outcome}`)}`}
            {note !== '' && ` – ${note}`}
          </li>
        ))}
      </ul>
    </>
  );
}
