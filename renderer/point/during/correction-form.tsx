import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PlacedFact } from '../../../shared/attendance/entry.ts';
import { isSeatFact, otherFact, SEAT_FACTS, type SeatFact, wordsOf } from '../../../shared/attendance/other-fact.ts';
import type { Replacement } from '../../../shared/events/correction.ts';
import { pastMomentOf } from '../../../shared/meeting/time-of-day.ts';
import { formatDateTime, formatMoment } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';
import { FactWords } from './fact-words.tsx';

const KINDS = ['withdrawn', 'moment', 'fact'] as const satisfies readonly Replacement['kind'][];

/** Says of an entry that it did not happen, happened at another moment, or was something else; by name and with a reason. */
export function CorrectionForm(props: {
  readonly meetingId: string;
  readonly fact: PlacedFact;
  readonly onDone: () => void;
}) {
  const { meetingId, fact, onDone } = props;
  const { t } = useWords();
  const [kind, setKind] = useState<Replacement['kind']>('withdrawn');
  const [moment, setMoment] = useState(() => formatDateTime(fact.deviceAt));
  const [seat, setSeat] = useState<SeatFact>(isSeatFact(fact.event) ? fact.event.type : 'seat-left');
  const [words, setWords] = useState(wordsOf(fact.event) ?? '');
  const [actor, setActor] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const record = usePoint((state) => state.recordFact);
  const busy = usePoint((state) => state.recordBusy);
  const missing = (value: string) => (tried && value.trim() === '' ? t('during.incident.required') : null);
  // An untouched time keeps its seconds.
  const at = moment === formatDateTime(fact.deviceAt) ? fact.deviceAt : pastMomentOf(moment, Date.now());
  const instead = otherFact(fact.event, seat, words);
  const replacement = replacementOf(kind, at, instead);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (actor.trim() === '' || reason.trim() === '' || replacement === null) return;
    const told = { of: fact.id, actor: actor.trim(), reason: reason.trim(), replacement };
    if (await record({ type: 'correction', meetingId, ...told })) onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <h3>
        {formatMoment(fact.deviceAt, Date.now())} <FactWords fact={fact} corrected={false} />
      </h3>
      <p>{t('correction.about')}</p>
      <Radio.Group label={t('correction.what')} value={kind} onChange={(value) => setKind(kindOf(value))}>
        <div className={classes.choices}>
          {KINDS.map((one) => (
            <Radio key={one} size="md" value={one} label={t(`correction.kinds.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      {kind !== 'withdrawn' && (
        <div className={classes.pair}>
          <TextInput
            size="lg"
            label={t('correction.at')}
            maxLength={20}
            value={moment}
            error={tried && at === null ? t('correction.badMoment') : null}
            onChange={(event) => setMoment(event.currentTarget.value)}
          />
          {kind === 'fact' && isSeatFact(fact.event) && (
            <NativeSelect
              size="lg"
              label={t('correction.instead')}
              value={seat}
              data={SEAT_FACTS.map((value) => ({ value, label: t(`during.course.facts.${value}`) }))}
              onChange={(event) => setSeat(SEAT_FACTS.find((one) => one === event.currentTarget.value) ?? seat)}
            />
          )}
        </div>
      )}
      {kind === 'fact' && (
        <TextInput
          size="lg"
          label={t(isSeatFact(fact.event) ? 'correction.note' : 'correction.words')}
          maxLength={500}
          value={words}
          error={tried && instead === null ? t('during.incident.required') : null}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <div className={classes.pair}>
        <TextInput
          size="lg"
          autoFocus
          withAsterisk
          label={t('during.course.reason')}
          maxLength={500}
          value={reason}
          error={missing(reason)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          size="lg"
          withAsterisk
          label={t('during.course.actor')}
          maxLength={120}
          value={actor}
          error={missing(actor)}
          onChange={(event) => setActor(event.currentTarget.value)}
        />
      </div>
      <div className={classes.buttons}>
        <Button size="lg" variant="default" onClick={onDone}>
          {t('common.actions.back')}
        </Button>
        <Button size="lg" type="submit" loading={busy}>
          {t('during.course.confirm')}
        </Button>
      </div>
    </form>
  );
}

function kindOf(value: string): Replacement['kind'] {
  return KINDS.find((one) => one === value) ?? 'withdrawn';
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
