import { TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { READINESS_STATES, type ReadinessState } from '../../../shared/meeting/readiness.ts';
import { Icon } from '../../ui/icons.tsx';
import { WALL_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import { type Report, reportUrl } from '../api.ts';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { BackLink } from '../meetings/back-link.tsx';
import { MeetingFault } from '../meetings/meeting-fault.tsx';
import { MeetingTop } from '../meetings/meeting-top.tsx';
import { countsOf, shownRows } from '../rows.ts';
import { StateFilter } from '../state-filter.tsx';
import classes from './readiness.module.css';
import { ReadinessTable } from './readiness-table.tsx';

/** The readiness of every point of one meeting, live. */
export function ReadinessScreen({ meetingId }: { readonly meetingId: string }) {
  const { t } = useWords();
  const report = useConsole((state) => state.report);
  const error = useConsole((state) => state.reportError);
  const show = useConsole((state) => state.show);
  useEffect(() => void show(meetingId), [show, meetingId]);
  return (
    <main className={shared.main}>
      <div className={classes.topRow}>
        <BackLink />
        {report && <Downloads meetingId={report.meeting.id} />}
      </div>
      {!report && <h1>{t('province.table.caption')}</h1>}
      {error && <MeetingFault error={error} onRetry={() => void show(meetingId)} />}
      {!report && !error && <p role="status">{t('common.loading')}</p>}
      {report && <Loaded report={report} />}
    </main>
  );
}

function Loaded({ report }: { readonly report: Report }) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [state, setState] = useState<ReadinessState | null>(null);
  const rows = useMemo(() => shownRows(report.rows, query, state), [report.rows, query, state]);
  const counts = useMemo(() => countsOf(report.rows), [report.rows]);
  const states = READINESS_STATES.map((id) => ({
    id,
    look: WALL_LOOK[id],
    label: t(`verdicts.readiness.${id}`),
    count: counts[id],
  }));
  return (
    <>
      <MeetingTop meeting={report.meeting}>
        <TextInput
          className={classes.search}
          aria-label={t('province.table.search')}
          placeholder={t('province.table.search')}
          leftSection={<Icon name="search" size={18} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </MeetingTop>
      <div className={classes.tools}>
        <StateFilter
          legend={t('province.table.filter')}
          states={states}
          total={report.rows.length}
          chosen={state}
          onChoose={setState}
        />
        <span role="status">{t('province.table.shown', { shown: rows.length, total: report.rows.length })}</span>
      </div>
      <ReadinessTable rows={rows} checklist={report.checklist} />
      {rows.length === 0 && <p>{t('province.table.none')}</p>}
    </>
  );
}

const FILES = ['xlsx', 'pdf', 'csv', 'json'] as const;

function Downloads({ meetingId }: { readonly meetingId: string }) {
  const { t } = useWords();
  return (
    <p className={classes.downloads}>
      <Icon name="download" size={18} />
      {t('province.table.report')}:
      {FILES.map((format) => (
        <a key={format} href={reportUrl(meetingId, format)} download>
          {t(`reports.screen.formats.${format}`)}
        </a>
      ))}
    </p>
  );
}
