import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { ErrorAdvice } from '../ui/advice.tsx';
import box from '../ui/box.module.css';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/words.tsx';
import { chooseRole } from './api.ts';
import classes from './setup.module.css';

/** The one question every machine is asked. */
export function ChooseRole({ onProvince }: { readonly onProvince: () => void }) {
  const { t, locale } = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const asPoint = async () => {
    setBusy(true);
    const answer = await chooseRole({ role: 'point', locale });
    // The window of the point takes this one's place.
    if (answer.ok) return;
    setError(answer.error);
    setBusy(false);
  };
  return (
    <section className={`${box.card} ${classes.card}`} aria-labelledby="role">
      <h1 id="role">{t('setup.role.title')}</h1>
      <p>{t('setup.role.about')}</p>
      {error && <ErrorAdvice error={error} />}
      <div className={classes.roles}>
        <UnstyledButton className={classes.role} autoFocus disabled={busy} onClick={() => void asPoint()}>
          <Icon name="host" size={44} />
          <strong>{t('setup.role.point')}</strong>
          <span>{t('setup.role.pointAbout')}</span>
        </UnstyledButton>
        <UnstyledButton className={classes.role} disabled={busy} onClick={onProvince}>
          <Icon name="cloud" size={44} />
          <strong>{t('setup.role.province')}</strong>
          <span>{t('setup.role.provinceAbout')}</span>
        </UnstyledButton>
      </div>
    </section>
  );
}
