import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorAdvice } from '../ui/advice.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useWords } from '../ui/words.tsx';
import { usePoint } from './context.tsx';
import classes from './enrolment.module.css';

/** First start: the code from the province makes this machine the one of a meeting point. */
export function Enrolment() {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const busy = usePoint((state) => state.enrolling);
  const error = usePoint((state) => state.enrolError);
  const enrol = usePoint((state) => state.enrol);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '') void enrol(code);
  };
  return (
    <main className={classes.page}>
      <div className={classes.language}>
        <LanguageSwitch />
      </div>
      <form className={classes.card} onSubmit={submit}>
        <span className={classes.mark}>{t('common.appName')}</span>
        <h1>{t('point.enrolment.title')}</h1>
        <p>{t('point.enrolment.about')}</p>
        <Textarea
          label={t('point.enrolment.code')}
          description={t('point.enrolment.codeHint')}
          size="lg"
          rows={4}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
          autoFocus
          error={tried && code.trim() === '' ? t('point.signIn.required') : null}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') submit(event);
          }}
        />
        {error && <ErrorAdvice error={error} />}
        <Button type="submit" size="lg" loading={busy}>
          {t('point.enrolment.submit')}
        </Button>
        {busy && <p role="status">{t('point.enrolment.busy')}</p>}
      </form>
    </main>
  );
}
