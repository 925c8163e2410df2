import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type ApiTokenIssued, SCOPES, type Scope } from '../../../shared/protocol/api-tokens.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import { integrateApi } from './api.ts';
import classes from './integrate.module.css';
import { useDoing } from './use-loaded.ts';

const DAYS = ['30', '90', '365'];

/** Asks for what a new token may read: nothing, until somebody ticks it. */
export function NewToken(props: { readonly onDone: (issued: ApiTokenIssued) => void; readonly onCancel: () => void }) {
  const words = useWords();
  const { t } = words;
  const { busy, error, run } = useDoing();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [days, setDays] = useState('90');
  const [tried, setTried] = useState(false);
  const nameless = name.trim() === '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (nameless || scopes.length === 0) return;
    void run(integrateApi.addToken({ name, scopes: [...scopes], days: Number(days) }), props.onDone);
  }

  return (
    <form className={box.panel} onSubmit={submit} noValidate aria-label={t('integrate.tokens.add')}>
      {error && <ErrorAdvice error={error} />}
      <div className={classes.row}>
        <TextInput
          className={classes.grow}
          label={t('integrate.tokens.nameOf')}
          autoFocus
          maxLength={80}
          value={name}
          error={tried && nameless ? t('integrate.tokens.nameMissing') : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('integrate.tokens.days')}
          data={DAYS.map((value) => ({ value, label: t('integrate.tokens.daysOf', { days: value }) }))}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </div>
      <fieldset className={classes.choices}>
        <legend>{t('integrate.tokens.mayRead')}</legend>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            label={words.raw(`integrate.scopes.${scope.replace(':', '-')}`)}
            description={scope}
            checked={scopes.includes(scope)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              setScopes(checked ? [...scopes, scope] : scopes.filter((one) => one !== scope));
            }}
          />
        ))}
      </fieldset>
      {tried && scopes.length === 0 && (
        <p className={classes.fault} role="alert">
          {t('integrate.tokens.scopeMissing')}
        </p>
      )}
      <div className={classes.row}>
        <Button type="submit" loading={busy}>
          {t('integrate.tokens.make')}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {t('common.actions.cancel')}
        </Button>
      </div>
    </form>
  );
}
