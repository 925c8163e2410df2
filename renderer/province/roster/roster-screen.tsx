import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PointRoster } from '../../../shared/protocol/roster.ts';
import { matchesSearch } from '../../../shared/strings/fold.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { Tabs } from '../shell/tabs.tsx';
import { PersonDialog, type Task } from './person-dialog.tsx';
import { Proposals } from './proposals.tsx';
import classes from './roster.module.css';
import { RosterTable } from './roster-table.tsx';
import { POINT_TABS, pointsRoute } from './routes.ts';

/** Who may sit in meetings for one point: to look up and change, with codes for their PINs and what the point proposes. */
export function RosterScreen({ point }: { readonly point: string }) {
  const { t } = useWords();
  const roster = useConsole((state) => state.roster);
  const error = useConsole((state) => state.rosterError);
  const load = useConsole((state) => state.loadRoster);
  useEffect(() => void load(point), [load, point]);
  return (
    <main className={shared.main}>
      <a className={shared.back} href={pointsRoute.hash({})}>
        <Icon name="back" size={18} />
        {t('roster.backToPoints')}
      </a>
      <h1>{roster?.point.name ?? t('nav.pointTabs.roster')}</h1>
      <Tabs label={t('nav.pointTabs.label')} tabs={POINT_TABS} params={{ point }} />
      {error && <ErrorAdvice error={error} onRetry={() => void load(point)} />}
      {!roster && !error && <p role="status">{t('common.loading')}</p>}
      {roster && <Loaded key={roster.point.code} roster={roster} />}
    </main>
  );
}

function Loaded({ roster: { point, people, proposals } }: { readonly roster: PointRoster }) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [task, setTask] = useState<Task | null>(null);
  const found = people.filter(({ fullName, title, fields }) =>
    matchesSearch([fullName, title, ...fields].join(' '), query),
  );
  return (
    <>
      <div className={shared.titleRow}>
        <h2>{t('nav.pointTabs.roster')}</h2>
        <Button size="md" onClick={() => setTask({ kind: 'add' })}>
          {t('roster.add')}
        </Button>
      </div>
      {proposals.length > 0 && <Proposals point={point.code} proposals={proposals} />}
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          aria-label={t('roster.search')}
          placeholder={t('roster.search')}
          leftSection={<Icon name="search" size={18} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <span role="status">{t('roster.shown', { shown: found.length, total: people.length })}</span>
      </div>
      {found.length === 0 && <p>{t(people.length === 0 ? 'roster.empty' : 'roster.none')}</p>}
      {found.length > 0 && <RosterTable people={found} onTask={setTask} />}
      <PersonDialog point={point.code} task={task} onClose={() => setTask(null)} />
    </>
  );
}
