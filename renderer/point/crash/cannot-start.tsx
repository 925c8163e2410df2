import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { supportLines } from '../../../shared/support-lines.ts';
import type { SupportPlaces } from '../../../shared/support-places.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './cannot-start.module.css';

/** Why the window cannot start, and what to read out to whoever helps. */
export function CannotStart({ error }: { readonly error: AppError }) {
  const { t } = useWords();
  const ask = usePoint((state) => state.askPlaces);
  const [places, setPlaces] = useState<SupportPlaces | null>(null);
  useEffect(() => {
    void ask().then(setPlaces);
  }, [ask]);
  return (
    <>
      <ErrorAdvice error={error} onRetry={() => location.reload()} />
      {places && (
        <section aria-labelledby="support">
          <h2 id="support">{t('support.tell')}</h2>
          <dl className={classes.told}>
            {supportLines(error, places).map(({ name, value }) => (
              <div key={name}>
                <dt>{t(`support.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
