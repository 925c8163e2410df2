import { Button } from '@mantine/core';
import { formatTime } from '../../shared/strings/format.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './console.module.css';
import { useConsole } from './context.tsx';

export function Header() {
  const { t } = useWords();
  const session = useConsole((state) => state.session);
  const signOut = useConsole((state) => state.signOut);
  if (!session) return null;
  return (
    <header className={classes.header}>
      <span className={classes.mark}>{t('common.appName')}</span>
      <p className={classes.hub}>
        <strong>{session.hubName}</strong> · {t('province.console')}
      </p>
      <LiveBadge />
      <span>
        {session.username} ({t(`province.roles.${session.role}`)})
      </span>
      <Button variant="default" size="compact-md" onClick={() => void signOut()}>
        {t('common.actions.signOut')}
      </Button>
      <LanguageSwitch />
    </header>
  );
}

/** Whether what is shown is live; when not, how old it is. */
function LiveBadge() {
  const { t } = useWords();
  const state = useConsole((one) => one.liveState);
  const freshAt = useConsole((one) => one.freshAt);
  return (
    <span className={classes.live} data-state={state} role="status">
      {t(`province.live.${state}`)}
      {state === 'connecting' && freshAt !== null && ` ${t('province.live.since', { time: formatTime(freshAt) })}`}
    </span>
  );
}
