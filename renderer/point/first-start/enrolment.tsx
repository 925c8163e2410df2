import { Button, Textarea } from '@mantine/core';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { HelpButton } from '../../ui/help/help-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { OptionsButton } from '../../ui/options/options-button.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './first-start.module.css';
import { Steps } from './steps.tsx';
import { useCodeFault } from './use-code-fault.ts';

/** What reads QR codes is large, and not needed by who types. */
const ScanCode = lazy(() => import('./scan-code.tsx'));

/** First start: the code from the province makes this machine the one of a meeting point. */
export function Enrolment() {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [scanning, setScanning] = useState(false);
  const busy = usePoint((state) => state.enrolling);
  const error = usePoint((state) => state.enrolError);
  const machine = usePoint((state) => state.info ?? state.firstStart);
  const again = usePoint((state) => state.chooseRoleAgain);
  const enrol = usePoint((state) => state.enrol);
  const fault = useCodeFault(code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '') void enrol(code);
  };
  const scanned = (text: string) => {
    setScanning(false);
    setCode(text);
    void enrol(text);
  };
  return (
    <main className={classes.page}>
      <div className={classes.language}>
        <HelpButton pages={['technician', 'leader']} />
        <OptionsButton />
        <LanguageSwitch />
      </div>
      <form className={`${box.card} ${classes.card}`} onSubmit={submit}>
        <Steps at={0} />
        <h1>{t('point.enrolment.title')}</h1>
        <p>{t('point.enrolment.about')}</p>
        {machine?.hubAddress && <p className={classes.soft}>{t('firstStart.hub', { hub: machine.hubAddress })}</p>}
        {scanning ? (
          <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
            <ScanCode onFound={scanned} onCancel={() => setScanning(false)} />
          </Suspense>
        ) : (
          <Button variant="default" size="lg" leftSection={<Icon name="camera" />} onClick={() => setScanning(true)}>
            {t('firstStart.scan.open')}
          </Button>
        )}
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
          error={
            tried && code.trim() === '' ? t('point.signIn.required') : fault && !error && t(`firstStart.code.${fault}`)
          }
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
        {machine?.roleIsChosen && !busy && (
          <Button variant="subtle" onClick={again}>
            {t('firstStart.again')}
          </Button>
        )}
        {busy && <p role="status">{t('point.enrolment.busy')}</p>}
      </form>
    </main>
  );
}
