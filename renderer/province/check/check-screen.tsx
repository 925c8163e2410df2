import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { readSeal, sealText } from '../../../shared/minutes/seal.ts';
import type { SealCheck } from '../../../shared/protocol/minutes.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { checkMinutes } from '../api.ts';
import shared from '../console.module.css';
import { go } from '../shell/hash.ts';
import classes from './check.module.css';
import { Outcome } from './outcome.tsx';
import { sealRoute } from './routes.ts';

/** On a small or magnified screen the answer comes below what was asked. */
const intoSight = (answer: HTMLElement | null) => answer?.scrollIntoView();

/** Is a printed record what the province holds? The code's link leads here; it can be pasted too. */
export function CheckScreen({ seal }: { readonly seal?: string }) {
  const { t } = useWords();
  const [text, setText] = useState(seal ?? '');
  /** The same record is checked again, once its point has sent what was missing. */
  const [round, setRound] = useState(0);
  const [unreadable, setUnreadable] = useState(false);
  const [checked, setChecked] = useState<SealCheck | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    if (seal !== undefined) setText(seal);
  }, [seal]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same again
  useEffect(() => {
    let current = true;
    setChecked(null);
    setError(null);
    if (seal !== undefined)
      void checkMinutes(seal).then((answer) => {
        if (!current) return;
        if (answer.ok) setChecked(answer.value);
        else setError(answer.error);
      });
    return () => {
      current = false;
    };
  }, [seal, round]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = readSeal(text);
    setUnreadable(read === null);
    if (read === null) return;
    if (sealText(read) === seal) setRound(round + 1);
    else go(sealRoute, { seal: sealText(read) });
  }

  return (
    <main className={shared.main}>
      <h1>{t('minutes.check.title')}</h1>
      <form onSubmit={submit}>
        <TextInput
          className={classes.field}
          label={t('minutes.check.paste')}
          value={text}
          error={unreadable && t('minutes.check.unreadable')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" mt="sm">
          {t('minutes.check.start')}
        </Button>
      </form>
      {error && (
        <div ref={intoSight} className={classes.answer}>
          <ErrorAdvice
            error={error}
            remedy={error.code === 'meeting-unknown' ? t('minutes.check.otherProvince') : undefined}
          />
        </div>
      )}
      {seal !== undefined && !error && !checked && <p role="status">{t('common.loading')}</p>}
      {checked && <Outcome checked={checked} />}
    </main>
  );
}
