import { Button } from '@mantine/core';
import { formatTime } from '../../../shared/strings/format.ts';
import { HelpButton } from '../../ui/help/help-button.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { OptionsButton } from '../../ui/options/options-button.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { type Area, type Found, sectionsFor } from './area.tsx';
import classes from './header.module.css';

/** Who one is, what there is to do, and whether what is shown is live. */
export function Header(props: {
  readonly areas: readonly Area[];
  readonly found: Found | null;
  readonly onSkip: () => void;
}) {
  const { t } = useWords();
  const session = useConsole((state) => state.session);
  const signOut = useConsole((state) => state.signOut);
  if (!session) return null;
  return (
    <header>
      <div className={classes.header}>
        <button type="button" className={classes.skip} onClick={props.onSkip}>
          {t('nav.skip')}
        </button>
        <span className={classes.mark}>{t('common.appName')}</span>
        <p className={classes.hub}>{session.hubName}</p>
        <nav className={classes.areas} aria-label={t('nav.label')}>
          {props.areas.map((area) => (
            <AreaLink key={area.label} area={area} current={area === props.found?.area} />
          ))}
        </nav>
        <LiveBadge />
        <span className={classes.who}>
          {session.username}
          <span className={classes.role}>{t(`province.roles.${session.role}`)}</span>
        </span>
        <Button variant="default" size="compact-md" onClick={() => void signOut()}>
          {t('common.actions.signOut')}
        </Button>
        <HelpButton pages={['province', 'technician', 'leader']} />
        <OptionsButton />
        <LanguageSwitch />
      </div>
      {props.found && <Sections found={props.found} />}
    </header>
  );
}

function AreaLink({ area, current }: { readonly area: Area; readonly current: boolean }) {
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  const [first] = role === undefined ? [] : sectionsFor(area, role);
  if (first === undefined) return null;
  return (
    <a href={first.screens[0].plainHash ?? '#/'} aria-current={current ? 'true' : undefined}>
      {t(area.label)}
    </a>
  );
}

/** What the area consists of; nothing where there is no choice. */
function Sections({ found }: { readonly found: Found }) {
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  const sections = role === undefined ? [] : sectionsFor(found.area, role);
  if (sections.length < 2) return null;
  return (
    <nav className={classes.sections} aria-label={t('nav.sections', { area: t(found.area.label) })}>
      {sections.map((section) => (
        <a
          key={section.label}
          href={section.screens[0].plainHash ?? '#/'}
          aria-current={section === found.section ? 'page' : undefined}
        >
          {t(section.label)}
        </a>
      ))}
    </nav>
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
