import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import type { AttendanceDetail } from '../../../shared/protocol/attendance.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { formatMoment, formatSecond } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './roll-call.module.css';
import { RulingForm } from './ruling-form.tsx';

/** One point with everything that was recorded of it, and what the province rules. */
export function PointDialog(props: { readonly point: string | null; readonly onClose: () => void }) {
  const { point, onClose } = props;
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  const row = useConsole((state) => state.rollCall?.rows.find((one) => one.point.code === point));
  const detail = useConsole((state) => state.pointDetail);
  const error = useConsole((state) => state.pointDetailError);
  const open = useConsole((state) => state.openPoint);
  const allowed = role !== undefined && may(role, 'discipline');
  useEffect(() => void open(allowed ? point : null), [open, allowed, point]);
  return (
    <Modal.Root
      opened={point !== null}
      onClose={onClose}
      size={760}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.dialogTop}>
          <Modal.Title className={classes.dialogTitle}>{row?.point.name}</Modal.Title>
          <Modal.CloseButton size="lg" aria-label={t('common.actions.close')} />
        </div>
        <Modal.Body>
          {row?.designated && <p>{t('province.rollCall.designated', { name: row.designated.fullName })}</p>}
          {!allowed && <p>{t('province.rollCall.onlyOffice')}</p>}
          {error && <ErrorAdvice error={error} />}
          {detail && (
            <>
              <Course detail={detail} />
              <RulingForm key={detail.row.point.code} detail={detail} />
            </>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Course({ detail: { course } }: { readonly detail: AttendanceDetail }) {
  const { t } = useWords();
  return (
    <section>
      <h3>{t('province.rollCall.course')}</h3>
      {course.length === 0 && <p>{t('province.rollCall.nothing')}</p>}
      <ol className={classes.course}>
        {course.map((entry) => (
          <li key={entry.id} data-corrected={entry.correctedBy !== null || undefined}>
            <time>{formatMoment(entry.at, Date.now())}</time>
            <div>
              <Entry entry={entry} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { readonly entry: AttendanceDetail['course'][number] }) {
  const { t } = useWords();
  const { fact, ruling, actor, deviceAt, errorMs, correctedBy } = entry;
  const who = actor?.kind === 'account' ? actor.fullName : t(`province.rollCall.${actor ? 'byHub' : 'byPoint'}`);
  const text = fact ? said(fact) : ruling?.reason;
  return (
    <>
      <strong>
        {fact && t(`province.rollCall.facts.${fact.type}`)}
        {ruling && t(`province.rollCall.rulings.${ruling.type}`)}
      </strong>
      <span className={classes.note}>
        {who}
        {deviceAt !== null && ` · ${t('province.rollCall.deviceTime', { time: formatSecond(deviceAt) })}`}
        {fact && errorMs === null && ` · ${t('province.rollCall.unmeasuredClock')}`}
        {correctedBy !== null && ` · ${t('province.rollCall.corrected')}`}
      </span>
      {text && <p>{text}</p>}
    </>
  );
}

/** What a fact says in its own words, if it has any. */
function said(fact: NonNullable<AttendanceDetail['course'][number]['fact']>): string {
  switch (fact.type) {
    case 'leader-signed-in':
      return [fact.person.fullName, fact.person.title, fact.substitution?.documentNumber].filter(Boolean).join(', ');
    case 'incident-opened':
    case 'incident-updated':
      return fact.what;
    case 'incident-resolved':
      return fact.remedy;
    case 'explanation-given':
      return `${fact.by}: ${fact.text}`;
    case 'technician-on-duty':
      return fact.fullName;
    case 'correction':
      return `${fact.actor}: ${fact.reason}`;
    default:
      return fact.note;
  }
}
