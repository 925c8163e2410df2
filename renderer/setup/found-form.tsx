import { Button, NumberInput, PasswordInput, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AppError, ErrorCode } from '../../shared/errors.ts';
import { SHORTEST_PASSWORD } from '../../shared/protocol/accounts.ts';
import { type FoundProvince, publicUrlOf, type SetupState } from '../../shared/protocol/setup.ts';
import { errorText } from '../../shared/strings/check-text.ts';
import { ErrorAdvice } from '../ui/advice.tsx';
import box from '../ui/box.module.css';
import { leadToFirstFault } from '../ui/first-fault.ts';
import { useWords } from '../ui/words.tsx';
import { found } from './api.ts';
import classes from './setup.module.css';

type Reach = FoundProvince['reach'];

const AT_ITS_FIELD: readonly ErrorCode[] = ['address-not-here', 'port-taken'];

/** Name and address of the province, and its first administrator. */
export function FoundForm(props: SetupState & { readonly onBack: (() => void) | undefined }) {
  const words = useWords();
  const { t, locale } = words;
  const [name, setName] = useState('');
  const [hotline, setHotline] = useState('');
  const [reach, setReach] = useState<Reach>('network');
  const [address, setAddress] = useState(props.addresses[0] ?? '');
  const [port, setPort] = useState(props.port);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const missing = (value: string) => (tried && value.trim() === '' ? t('point.signIn.required') : null);
  const addressFault = reach === 'network' && publicUrlOf(address.trim(), port) === null;
  const short = password.length < SHORTEST_PASSWORD;
  const form = useRef<HTMLFormElement>(null);
  // The answer is drawn first.
  useEffect(() => {
    if (error && form.current) leadToFirstFault(form.current);
  }, [error]);
  /** What the machine refused, at the field it refused. */
  const refused = (code: ErrorCode) => {
    if (error?.code !== code) return null;
    const { says, remedy } = errorText(words, error);
    return `${says} ${remedy}`;
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || username.trim() === '' || addressFault || short || password !== again)
      return leadToFirstFault(event.currentTarget);
    setBusy(true);
    setError(null);
    const answer = await found({ locale, name, hotline, reach, address, port, username, password });
    if (answer.ok) return;
    setError(answer.error);
    setBusy(false);
  };
  return (
    <form ref={form} className={`${box.card} ${classes.card}`} onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('setup.province.title')}</h1>
      <div className={classes.pair}>
        <TextInput
          size="md"
          autoFocus
          withAsterisk
          label={t('setup.province.name')}
          placeholder={t('setup.province.nameExample')}
          maxLength={200}
          value={name}
          error={missing(name)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          size="md"
          label={t('setup.province.hotline')}
          description={t('setup.province.hotlineHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={40}
          value={hotline}
          onChange={(event) => setHotline(event.currentTarget.value)}
        />
      </div>
      <Radio.Group
        label={t('setup.province.reach')}
        value={reach}
        onChange={(value) => setReach(value === 'here' ? 'here' : 'network')}
      >
        <div className={classes.choices}>
          <Radio size="md" value="network" label={t('setup.province.network')} />
          <Radio size="md" value="here" label={t('setup.province.here')} />
        </div>
      </Radio.Group>
      <div className={classes.pair}>
        {reach === 'network' && (
          <TextInput
            size="md"
            withAsterisk
            label={t('setup.province.address')}
            description={
              props.addresses.length > 0
                ? t('setup.province.addresses', { addresses: props.addresses.join(', ') })
                : t('setup.province.noAddress')
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={200}
            value={address}
            error={tried && addressFault ? t('setup.province.badAddress') : refused('address-not-here')}
            onChange={(event) => {
              setAddress(event.currentTarget.value);
              setError(null);
            }}
          />
        )}
        <NumberInput
          size="md"
          hideControls
          label={t('setup.province.port')}
          description={t('setup.province.portHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1024}
          max={65535}
          allowDecimal={false}
          value={port}
          error={refused('port-taken')}
          onChange={(value) => {
            setPort(Number(value) || props.port);
            setError(null);
          }}
        />
      </div>
      <div className={classes.three}>
        <TextInput
          size="md"
          withAsterisk
          label={t('setup.province.username')}
          autoComplete="username"
          maxLength={64}
          value={username}
          error={missing(username)}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          size="md"
          withAsterisk
          label={t('setup.province.password', { least: SHORTEST_PASSWORD })}
          autoComplete="new-password"
          maxLength={200}
          visibilityToggleButtonProps={HIDDEN}
          value={password}
          error={tried && short ? t('setup.province.passwordShort', { least: SHORTEST_PASSWORD }) : null}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordInput
          size="md"
          withAsterisk
          label={t('setup.province.again')}
          autoComplete="new-password"
          maxLength={200}
          visibilityToggleButtonProps={HIDDEN}
          value={again}
          error={tried && password !== again ? t('setup.province.differ') : null}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      </div>
      {error && !AT_ITS_FIELD.includes(error.code) && <ErrorAdvice error={error} />}
      <div className={classes.buttons}>
        {props.onBack && (
          <Button variant="default" size="lg" onClick={props.onBack}>
            {t('common.actions.back')}
          </Button>
        )}
        <Button type="submit" size="lg" loading={busy}>
          {t('setup.province.submit')}
        </Button>
      </div>
      {busy && <p role="status">{t('setup.province.busy')}</p>}
    </form>
  );
}

const HIDDEN = { 'aria-hidden': true, tabIndex: -1 } as const;
