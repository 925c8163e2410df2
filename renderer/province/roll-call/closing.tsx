import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { AttendanceReport } from '../../../shared/protocol/attendance.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { formatDateTime, formatMoment } from '../../../shared/strings/format.ts';
import { SmallAdvice } from '../../ui/advice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './roll-call.module.css';

/** Says that the meeting is over, in two steps: what was not approved by then counts as such. */
export function Closing({ report }: { readonly report: AttendanceReport }) {
  const { closedAt, closingId = null } = report;
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  const [asking, setAsking] = useState(false);
  const rules = role !== undefined && may(role, 'rule');
  if (closedAt !== null) {
    return (
      <div className={classes.closing}>
        <strong>{t('province.rollCall.closed', { time: formatMoment(closedAt, Date.now()) })}</strong>
        {rules && closingId !== null && <Reopening closingId={closingId} />}
      </div>
    );
  }
  if (!rules) return null;
  if (!asking) {
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('province.rollCall.close')}
      </Button>
    );
  }
  return <Asked report={report} onDone={() => setAsking(false)} />;
}

/** Before its hour a meeting is over only if it was held earlier, and somebody says why. */
function Asked({ report, onDone }: { readonly report: AttendanceReport; readonly onDone: () => void }) {
  const { t } = useWords();
  const rule = useConsole((state) => state.rule);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const { startsAt } = report.meeting;
  // The hub's hour counts, not this machine's.
  const isEarly = Math.max(useNow(), report.generatedAt) < startsAt || error?.code === 'meeting-not-begun';

  async function close(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isEarly && reason.trim() === '') return;
    const ruled = await rule({ point: null, ruling: { type: 'meeting-closed', closedAt: Date.now(), reason } });
    if (ruled.ok) onDone();
    else setError(ruled.error);
  }

  return (
    <form className={classes.closing} onSubmit={(event) => void close(event)}>
      {isEarly && (
        <>
          <p role="alert" className={classes.closingEarly}>
            <Icon name="warn" size={20} />
            {t('province.rollCall.closeEarly', { time: formatDateTime(startsAt) })}
          </p>
          <TextInput
            className={classes.closingReason}
            label={t('province.rollCall.closeReason')}
            autoFocus
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
      {!isEarly && <p>{t('province.rollCall.closeHint')}</p>}
      {error && <SmallAdvice error={error} />}
      <Button type="submit" autoFocus={!isEarly} disabled={isEarly && reason.trim() === ''}>
        {t(isEarly ? 'province.rollCall.confirmEarly' : 'province.rollCall.confirmClose')}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t('common.actions.cancel')}
      </Button>
    </form>
  );
}

/** Takes the close back, for every point, with a reason; that it was closed stays readable. */
function Reopening({ closingId }: { readonly closingId: string }) {
  const { t } = useWords();
  const rule = useConsole((state) => state.rule);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);

  async function reopen(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (reason.trim() === '') return;
    const replacement = { kind: 'withdrawn' } as const;
    const answer = await rule({
      point: null,
      ruling: { type: 'province-correction', of: closingId, replacement, reason },
    });
    setError(answer.ok ? null : answer.error);
  }

  if (!asking) {
    return (
      <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
        {t('correction.reopen')}
      </Button>
    );
  }
  return (
    <form className={classes.closing} onSubmit={(event) => void reopen(event)}>
      <TextInput
        label={t('correction.reason')}
        autoFocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error && <SmallAdvice error={error} />}
      <Button type="submit" disabled={reason.trim() === ''}>
        {t('correction.reopen')}
      </Button>
    </form>
  );
}
