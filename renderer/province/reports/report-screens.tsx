import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReportKind } from '../../../shared/reports/model.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { ask, queryOf, useHash } from '../shell/hash.ts';
import { askedQuery, firstForm, isComplete, type ReportForm, reportAddress } from './asked.ts';
import { ReportFields } from './report-fields.tsx';
import { ReportView } from './report-view.tsx';
import classes from './reports.module.css';

export function ReadinessReportScreen() {
  return <ReportScreen kind="readiness" />;
}
export function DisciplineScreen() {
  return <ReportScreen kind="discipline" />;
}
export function DevicesScreen() {
  return <ReportScreen kind="devices" />;
}

/** One report: what it is about, then all of it, and the same as a file. */
function ReportScreen({ kind }: { readonly kind: ReportKind }) {
  const meetings = useConsole((state) => state.meetings?.meetings);
  const load = useConsole((state) => state.loadMeetings);
  useEffect(() => void load(), [load]);
  const query = queryOf(useHash());
  const { t } = useWords();
  const held = meetings?.filter(({ status }) => status !== 'cancelled');
  const latest = held?.filter(({ startsAt }) => startsAt <= Date.now())[0] ?? held?.at(-1);
  return (
    <main className={shared.main}>
      <h1>{t(`reports.kinds.${kind}`)}</h1>
      {meetings ? <Asking kind={kind} query={query} latest={latest?.id} /> : <p role="status">{t('common.loading')}</p>}
    </main>
  );
}

function Asking(props: {
  readonly kind: ReportKind;
  /** Of the screen's address. */
  readonly query: string;
  readonly latest: string | undefined;
}) {
  const { kind, query, latest } = props;
  const { t, locale } = useWords();
  // A meeting that begins meanwhile does not change what is looked at.
  const [opened] = useState(() => ({ latest, at: Date.now() }));
  const asked = useMemo(
    () => firstForm(kind, new URLSearchParams(query), opened.latest, opened.at),
    [kind, query, opened],
  );
  // What is written into the form goes when something else was asked for, here or by the way back.
  const [written, setWritten] = useState<{ readonly over: ReportForm; readonly form: ReportForm } | null>(null);
  const form = written?.over === asked ? written.form : asked;
  const report = useConsole((state) => state.shownReport);
  const error = useConsole((state) => state.shownReportError);
  const loading = useConsole((state) => state.loadingReport);
  const loadReport = useConsole((state) => state.loadReport);
  const complete = isComplete(kind, asked);
  const load = useCallback(
    () => void loadReport(complete ? reportAddress(kind, asked, { format: 'json', lang: locale }) : null),
    [asked, complete, kind, locale, loadReport],
  );
  useEffect(() => {
    load();
    return () => void loadReport(null);
  }, [load, loadReport]);
  const show = () => {
    if (!isComplete(kind, form)) return;
    const next = askedQuery(form);
    if (complete && String(next) === String(askedQuery(asked))) load();
    else ask(next);
  };
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          show();
        }}
      >
        <ReportFields kind={kind} form={form} onChange={(next) => setWritten({ over: asked, form: next })} />
        <Button type="submit" size="md" loading={loading} disabled={!isComplete(kind, form)}>
          {t('reports.screen.show')}
        </Button>
      </form>
      {error && <ErrorAdvice error={error} onRetry={load} />}
      {!complete && <p>{t('reports.screen.chooseMeeting')}</p>}
      {loading && <p role="status">{t('common.loading')}</p>}
      {report && complete && (
        <ReportView
          report={report}
          addressOf={(format, section) =>
            reportAddress(kind, asked, { format, lang: locale, ...(section !== undefined && { section }) })
          }
        />
      )}
    </>
  );
}
