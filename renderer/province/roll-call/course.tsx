import { Button } from '@mantine/core';
import { useState } from 'react';
import { wordsOf } from '../../../shared/attendance/other-fact.ts';
import type { AttendanceDetail } from '../../../shared/protocol/attendance.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { formatDateTime, formatMoment, formatSecond } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { CorrectEntry } from './correct-entry.tsx';
import { Letter } from './downloads.tsx';
import classes from './roll-call.module.css';

type Recorded = AttendanceDetail['course'][number];

/** Everything that was recorded of a point, in order, what was corrected struck through; for those who rule, the way to correct. */
export function Course({ detail }: { readonly detail: AttendanceDetail }) {
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  const [correcting, setCorrecting] = useState<string | null>(null);
  const { course, row } = detail;
  const mayCorrect = role !== undefined && may(role, 'rule');
  return (
    <section>
      <h3>{t('province.rollCall.course')}</h3>
      {course.length === 0 && <p>{t('province.rollCall.nothing')}</p>}
      <ol className={classes.course}>
        {course.map((entry) => (
          <li key={entry.id} data-corrected={entry.correctedBy !== null || undefined}>
            <time>{formatMoment(entry.at, Date.now())}</time>
            <div>
              <Entry entry={entry} detail={detail} />
              <Letter fact={entry.fact} point={row.point.code} />
              {mayCorrect && isCorrectable(entry) && correcting !== entry.id && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('correction.openOf', { what: titleOf(t, entry) })}
                  onClick={() => setCorrecting(entry.id)}
                >
                  {t('correction.open')}
                </Button>
              )}
              {correcting === entry.id && (
                <CorrectEntry point={row.point.code} entry={entry} onDone={() => setCorrecting(null)} />
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was corrected already is mended by taking the correction back. The close is for every point: it is taken back at the top. */
function isCorrectable({ correctedBy, ruling }: Recorded): boolean {
  return correctedBy === null && ruling?.type !== 'meeting-closed';
}

function titleOf(t: ReturnType<typeof useWords>['t'], { fact, ruling }: Recorded): string {
  if (fact) return t(`province.rollCall.facts.${fact.type}`);
  return ruling ? t(`province.rollCall.rulings.${ruling.type}`) : '';
}

function Entry({ entry, detail }: { readonly entry: Recorded; readonly detail: AttendanceDetail }) {
  const { t } = useWords();
  const { fact, ruling, actor, deviceAt, errorMs, correctedBy } = entry;
  const who = actor?.kind === 'account' ? actor.fullName : t(`province.rollCall.${actor ? 'byHub' : 'byPoint'}`);
  const text = fact ? said(fact) : ruling?.reason;
  return (
    <>
      <strong>{titleOf(t, entry)}</strong>
      <span className={classes.note}>
        {who}
        {deviceAt !== null && ` · ${t('province.rollCall.deviceTime', { time: formatSecond(deviceAt) })}`}
        {fact && errorMs === null && ` · ${t('province.rollCall.unmeasuredClock')}`}
        {correctedBy !== null && ` · ${t('province.rollCall.corrected')}`}
      </span>
      <Became entry={entry} detail={detail} />
      {text && <p>{text}</p>}
    </>
  );
}

/** Of a correction: what it corrects, what holds instead, and whether it does. */
function Became({ entry, detail }: { readonly entry: Recorded; readonly detail: AttendanceDetail }) {
  const { t } = useWords();
  const correction = detail.corrections.find(({ id }) => id === entry.id);
  if (!correction) return null;
  const { replacement, of, effect } = correction;
  const original = detail.course.find(({ id }) => id === of);
  const values = {
    what: original ? titleOf(t, original) : '…',
    time: replacement.kind === 'withdrawn' ? '' : formatDateTime(replacement.at),
    instead: replacement.kind === 'fact' ? insteadOf(t, replacement.fact) : '',
  };
  return (
    <p>
      {t(`correction.became.${replacement.kind}`, values)} ({t(`correction.effects.${effect}`)})
    </p>
  );
}

function insteadOf(t: ReturnType<typeof useWords>['t'], fact: NonNullable<Recorded['fact']>): string {
  return [t(`province.rollCall.facts.${fact.type}`), wordsOf(fact)].filter(Boolean).join(', ');
}

/** What a fact says in its own words, if it has any. */
function said(fact: NonNullable<Recorded['fact']>): string {
  switch (fact.type) {
    case 'leader-signed-in':
      return [fact.person.fullName, fact.person.title, fact.substitution?.documentNumber].filter(Boolean).join(', ');
    case 'explanation-given':
      return `${fact.by}: ${fact.text}`;
    case 'technician-on-duty':
      return [fact.fullName, fact.phone].filter(Boolean).join(', ');
    case 'correction':
      return `${fact.actor}: ${fact.reason}`;
    default:
      return wordsOf(fact) ?? '';
  }
}
