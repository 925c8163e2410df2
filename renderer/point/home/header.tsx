import { HelpButton } from '../../ui/help/help-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { OptionsButton } from '../../ui/options/options-button.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { HistoryButton } from '../history/history-button.tsx';
import classes from './home.module.css';
import { SyncStatus } from './sync-status.tsx';

export function Header() {
  const { t } = useWords();
  const name = usePoint((state) => state.point?.enrolment?.pointName);
  const hotline = usePoint((state) => state.point?.feed?.hub.hotline);
  return (
    <header className={classes.header}>
      <span className={classes.mark}>{t('common.appName')}</span>
      <h1>{name}</h1>
      <SyncStatus />
      {hotline && (
        <span className={classes.hotline}>
          <Icon name="phone" size={18} />
          {t('point.hotline', { number: hotline })}
        </span>
      )}
      <HistoryButton />
      <HelpButton pages={['technician', 'leader']} />
      <OptionsButton />
      <LanguageSwitch />
    </header>
  );
}
