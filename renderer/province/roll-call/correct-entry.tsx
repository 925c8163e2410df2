import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isSeatFact, otherFact, SEAT_FACTS, type SeatFact, wordsOf } from '../../../shared/attendance/other-fact.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Replacement } from '../../../shared/events/correction.ts';
import { pastMomentOf } from '../../../shared/meeting/time-of-day.ts';
import type { AttendanceDetail } from '../../../shared/protocol/attendance.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './roll-call.module.css';

type Entry = AttendanceDetail['course'][number];

/** What a correction may say of an entry: a sign-in and a ruling may be moved or withdrawn, never be turned into something else. */
function kindsOf({ fact, ruling }: Entry): readonly Replacement['kind'][] {
  const isCorrection = fact?.type === 'correction' || ruling?.type === 'province-correction';
  if (isCorrection) return ['withdrawn'];
  return fact && wordsOf(fact) !== null ? ['withdrawn', 'moment', 'fact'] : ['withdrawn', 'moment'];
}

/** The province corrects what was recorded of a point, its own rulings among it. The original stays readable. */
export function CorrectEntry(props: { readonly point: string; readonly entry: Entry; readonly onDone: () => void }) {
  const { point, entry, onDone } = props;
  const { t } = useWords();
  const rule = useConsole((state) => state.rule);
  const kinds = kindsOf(entry);
  const [kind, setKind] = useState<Replacement['kind']>('withdrawn');
  const [moment, setMoment] = useState(() => formatDateTime(entry.at));
  const [seat, setSeat] = useState<SeatFact>(entry.fact && isSeatFact(entry.fact) ? entry.fact.type : 'seat-left');
  const [words, setWords] = useState((entry.fact && wordsOf(entry.fact)) ?? '');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const at = moment === formatDateTime(entry.at) ? entry.at : pastMomentOf(moment, Date.now());
  const instead = entry.fact && otherFact(entry.fact, seat, words);
  const replacement = replacementOf(kind, at === null ? null : byItsClock(entry, at), instead);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (replacement === null || reason.trim() === '') return;
    setBusy(true);
    const answer = await rule({ point, ruling: { type: 'province-correction', of: entry.id, replacement, reason } });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) onDone();
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <p>{t('correction.about')}</p>
      <div className={classes.pair}>
        <NativeSelect
          label={t('correction.what')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`correction.kinds.${value}`) }))}
          onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value) ?? 'withdrawn')}
        />
        {kind !== 'withdrawn' && (
          <TextInput
            label={t('correction.at')}
            value={moment}
            error={at === null ? t('correction.badMoment') : null}
            onChange={(event) => setMoment(event.currentTarget.value)}
          />
        )}
        {kind === 'fact' && entry.fact && isSeatFact(entry.fact) && (
          <NativeSelect
            label={t('correction.instead')}
            value={seat}
            data={SEAT_FACTS.map((value) => ({ value, label: t(`province.rollCall.facts.${value}`) }))}
            onChange={(event) => setSeat(SEAT_FACTS.find((one) => one === event.currentTarget.value) ?? seat)}
          />
        )}
        {kind === 'fact' && (
          <TextInput
            label={t('correction.words')}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </div>
      <Textarea
        withAsterisk
        autosize
        minRows={2}
        maxLength={1000}
        label={t('correction.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error && <ErrorAdvice error={error} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={replacement === null || reason.trim() === ''}>
          {t('correction.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.actions.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** A correction tells times by the clock of the entry; here they are typed by the province's. */
function byItsClock({ at, deviceAt }: Entry, typed: number): number {
  return deviceAt === null ? typed : Math.round(typed - (at - deviceAt));
}

function replacementOf(
  kind: Replacement['kind'],
  at: number | null,
  fact: ReturnType<typeof otherFact>,
): Replacement | null {
  if (kind === 'withdrawn') return { kind };
  if (at === null) return null;
  if (kind === 'moment') return { kind, at };
  return fact && { kind, at, fact };
}
