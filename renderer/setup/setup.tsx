import { useDocumentTitle } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { SetupState } from '../../shared/protocol/setup.ts';
import { HelpButton } from '../ui/help/help-button.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { OptionsButton } from '../ui/options/options-button.tsx';
import { useWords } from '../ui/words.tsx';
import { askSetup } from './api.ts';
import { ChooseRole } from './choose-role.tsx';
import { FoundForm } from './found-form.tsx';
import classes from './setup.module.css';

/** The first start of a machine: what it is to be, and what a province needs before it can be used. */
export function Setup() {
  const { t } = useWords();
  const [state, setState] = useState<SetupState | null>(null);
  const [province, setProvince] = useState(false);
  useDocumentTitle(t('setup.title'));
  useEffect(() => {
    void askSetup().then((answer) => {
      setState(answer);
      setProvince(answer?.role === 'province');
    });
  }, []);
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <HelpButton pages={province ? ['province', 'technician'] : ['technician', 'province', 'leader']} />
        <OptionsButton />
        <LanguageSwitch />
      </div>
      {!state && <p role="status">{t('common.loading')}</p>}
      {state && !province && <ChooseRole onProvince={() => setProvince(true)} />}
      {state && province && (
        <FoundForm {...state} onBack={state.role === null ? () => setProvince(false) : undefined} />
      )}
    </main>
  );
}
