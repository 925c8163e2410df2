import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { SmallAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './roll-call.module.css';

/** Says that the meeting is over, in two steps: what was not approved by then counts as such. */
export function Closing(props: { readonly closedAt: number | null; readonly closingId: string | null }) {
  const { closedAt, closingId } = props;
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  const rule = useConsole((state) => state.rule);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function close(): Promise<void> {
    const ruled = await rule({ point: null, ruling: { type: 'meeting-closed', closedAt: Date.now(), reason: '' } });
    setAsking(!ruled.ok);
    setError(ruled.ok ? null : ruled.error);
  }

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
  return (
    <div className={classes.closing}>
      <p>{t('province.rollCall.closeHint')}</p>
      {error && <SmallAdvice error={error} />}
      <Button autoFocus onClick={() => void close()}>
        {t('province.rollCall.confirmClose')}
      </Button>
      <Button variant="default" onClick={() => setAsking(false)}>
        {t('common.actions.cancel')}
      </Button>
    </div>
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
