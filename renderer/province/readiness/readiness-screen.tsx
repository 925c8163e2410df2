import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReadinessState } from '../../../shared/meeting/readiness.ts';
import { timeLeft } from '../../../shared/meeting/time-left.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useWords } from '../../ui/words.tsx';
import { type Report, reportUrl } from '../api.ts';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { hashOf, useMeetingInHash } from '../route.ts';
import { countsOf, shownRows } from '../rows.ts';
import classes from './readiness.module.css';
import { ReadinessTable } from './readiness-table.tsx';
import { StateFilter } from './state-filter.tsx';

/** The readiness of every point of one meeting, live. */
export function ReadinessScreen() {
  const { t } = useWords();
  const report = useConsole((state) => state.report);
  const error = useConsole((state) => state.reportError);
  const show = useConsole((state) => state.show);
  const meetingId = useMeetingInHash();
  return (
    <main className={shared.main}>
      <div className={classes.topRow}>
        <a className={classes.back} href={hashOf(null)}>
          <Icon name="back" size={18} />
          {t('province.table.back')}
        </a>
        {report && <Downloads meetingId={report.meeting.id} />}
      </div>
      {!report && <h1>{t('province.table.caption')}</h1>}
      {error && <ErrorAdvice error={error} onRetry={() => void show(meetingId)} />}
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
  return (
    <>
      <div className={classes.titleRow}>
        <Title report={report} />
        <TextInput
          className={classes.search}
          aria-label={t('province.table.search')}
          placeholder={t('province.table.search')}
          leftSection={<Icon name="search" size={18} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <div className={classes.tools}>
        <StateFilter counts={counts} total={report.rows.length} chosen={state} onChoose={setState} />
        <span role="status">{t('province.table.shown', { shown: rows.length, total: report.rows.length })}</span>
      </div>
      <ReadinessTable rows={rows} checklist={report.checklist} />
      {rows.length === 0 && <p>{t('province.table.none')}</p>}
    </>
  );
}

function Title({ report: { meeting } }: { readonly report: Report }) {
  const { t } = useWords();
  const left = timeLeft(meeting, useNow());
  return (
    <div>
      <h1>{meeting.title}</h1>
      <p>
        <strong>{formatDateTime(meeting.startsAt)}</strong> · {t(`common.timeLeft.${left.key}`, left.values)} ·{' '}
        {t('common.chair')}: {meeting.chair}
      </p>
    </div>
  );
}

function Downloads({ meetingId }: { readonly meetingId: string }) {
  const { t } = useWords();
  return (
    <p className={classes.downloads}>
      <Icon name="download" size={18} />
      {t('province.table.report')}:
      <a href={reportUrl(meetingId, 'csv')} download>
        {t('province.table.csv')}
      </a>
      <a href={reportUrl(meetingId, 'json')} download>
        {t('province.table.json')}
      </a>
    </p>
  );
}
