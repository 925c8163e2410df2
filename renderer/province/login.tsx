import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorAdvice } from '../ui/advice.tsx';
import box from '../ui/box.module.css';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './console.module.css';
import { useConsole } from './context.tsx';

export function Login() {
  const { t } = useWords();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const busy = useConsole((state) => state.signingIn);
  const error = useConsole((state) => state.signInError);
  const signIn = useConsole((state) => state.signIn);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (username !== '' && password !== '') void signIn({ username, password });
  };
  return (
    <main className={classes.loginPage}>
      <div className={classes.loginLanguage}>
        <LanguageSwitch />
      </div>
      <form className={`${box.card} ${classes.loginCard}`} onSubmit={submit}>
        <span className={classes.mark}>{t('common.appName')}</span>
        <h1>{t('province.login.title')}</h1>
        <TextInput
          size="md"
          autoFocus
          label={t('province.login.username')}
          autoComplete="username"
          maxLength={64}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          size="md"
          label={t('province.login.password')}
          autoComplete="current-password"
          maxLength={200}
          visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {error && <ErrorAdvice error={error} />}
        <Button type="submit" size="md" loading={busy}>
          {t('common.actions.signIn')}
        </Button>
      </form>
    </main>
  );
}
