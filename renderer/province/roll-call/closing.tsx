import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { SmallAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import classes from './roll-call.module.css';

/** Says that the meeting is over, in two steps: what was not approved by then counts as such. */
export function Closing({ closedAt }: { readonly closedAt: number | null }) {
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

  if (closedAt !== null) {
    return <strong>{t('province.rollCall.closed', { time: formatMoment(closedAt, Date.now()) })}</strong>;
  }
  if (!role || !may(role, 'rule')) return null;
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
      <Button onClick={() => void close()}>{t('province.rollCall.confirmClose')}</Button>
      <Button variant="default" onClick={() => setAsking(false)}>
        {t('common.actions.cancel')}
      </Button>
    </div>
  );
}
