import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { APPROVAL_CHANNELS } from '../../../shared/events/authorisation.ts';
import { CAUSES } from '../../../shared/events/incident-facts.ts';
import type { AttendanceDetail } from '../../../shared/protocol/attendance.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { type DateText, momentOf, textOf } from '../date-text.ts';
import { choicesFor, type RulingForm as Form } from './choices.ts';
import classes from './roll-call.module.css';

type Filled = Omit<Form, 'at'> & DateText;

function emptyForm(): Filled {
  return { reason: '', approver: '', channel: 'phone', cause: 'objective', ...textOf(Date.now()) };
}

/** Writes down what the province rules about a point. Only what moves something now is offered. */
export function RulingForm({ detail }: { readonly detail: AttendanceDetail }) {
  const { t } = useWords();
  const rule = useConsole((state) => state.rule);
  const choices = choicesFor(detail);
  const [key, setKey] = useState('');
  const [form, setForm] = useState(emptyForm);
  const [error, setError] = useState<AppError | null>(null);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const chosen = choices.find((one) => one.key === key);
  const approvedAt = momentOf(form);
  const lacks =
    !chosen ||
    (chosen.needsReason && form.reason.trim() === '') ||
    (chosen.asks === 'approval' && (form.approver.trim() === '' || approvedAt === null));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!chosen || lacks) return;
    setBusy(true);
    const ruling = chosen.make({ ...form, at: (chosen.asks === 'approval' && approvedAt) || Date.now() });
    const answer = await rule({ point: detail.row.point.code, ruling });
    setBusy(false);
    setSaved(answer.ok);
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setKey('');
    setForm(emptyForm());
  }

  const set = (part: Partial<Filled>) => setForm({ ...form, ...part });
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <NativeSelect
        label={t('province.rollCall.rule')}
        value={key}
        data={[
          { value: '', label: t('province.rollCall.choose') },
          ...choices.map((one) => ({
            value: one.key,
            label: `${t(`province.rollCall.rulings.${one.type}`)}${one.since === null ? '' : ` (${formatMoment(one.since, Date.now())})`}`,
          })),
        ]}
        onChange={(event) => {
          setKey(event.currentTarget.value);
          setSaved(false);
        }}
      />
      {chosen?.asks === 'approval' && (
        <div className={classes.pair}>
          <TextInput
            withAsterisk
            maxLength={120}
            label={t('province.rollCall.approver')}
            value={form.approver}
            onChange={(event) => set({ approver: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('province.rollCall.channel')}
            value={form.channel}
            data={APPROVAL_CHANNELS.map((value) => ({ value, label: t(`province.rollCall.channels.${value}`) }))}
            onChange={(event) => {
              const channel = APPROVAL_CHANNELS.find((one) => one === event.currentTarget.value);
              if (channel) set({ channel });
            }}
          />
          <TextInput
            withAsterisk
            label={t('province.rollCall.approvedAt')}
            error={approvedAt === null ? t('province.rollCall.badMoment') : null}
            value={form.date}
            onChange={(event) => set({ date: event.currentTarget.value })}
          />
          <TextInput
            withAsterisk
            label={t('province.rollCall.hour')}
            value={form.time}
            onChange={(event) => set({ time: event.currentTarget.value })}
          />
        </div>
      )}
      {chosen?.asks === 'cause' && (
        <NativeSelect
          label={t('province.rollCall.cause')}
          value={form.cause}
          data={CAUSES.map((value) => ({ value, label: t(`province.rollCall.causes.${value}`) }))}
          onChange={(event) => {
            const cause = CAUSES.find((one) => one === event.currentTarget.value);
            if (cause) set({ cause });
          }}
        />
      )}
      {chosen && (
        <Textarea
          withAsterisk={chosen.needsReason}
          maxLength={1000}
          autosize
          minRows={2}
          label={t('province.rollCall.reason')}
          value={form.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      )}
      {error && <ErrorAdvice error={error} />}
      {saved && <p role="status">{t('province.rollCall.saved')}</p>}
      <Button type="submit" loading={busy} disabled={lacks}>
        {t('province.rollCall.save')}
      </Button>
    </form>
  );
}
