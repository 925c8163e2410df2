import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReportKind } from '../../../shared/reports/model.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { firstForm, isComplete, type ReportForm, reportAddress } from './asked.ts';
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
  const { t } = useWords();
  const latest = meetings?.filter(({ startsAt }) => startsAt <= Date.now())[0] ?? meetings?.at(-1);
  return (
    <main className={shared.main}>
      <h1>{t(`reports.kinds.${kind}`)}</h1>
      {meetings ? <Asking kind={kind} latest={latest?.id} /> : <p role="status">{t('common.loading')}</p>}
    </main>
  );
}

function Asking({ kind, latest }: { readonly kind: ReportKind; readonly latest: string | undefined }) {
  const { t, locale } = useWords();
  const [form, setForm] = useState<ReportForm>(() => firstForm(kind, latest, Date.now()));
  const [asked, setAsked] = useState<ReportForm | null>(() => (isComplete(kind, form) ? form : null));
  const report = useConsole((state) => state.shownReport);
  const error = useConsole((state) => state.shownReportError);
  const loading = useConsole((state) => state.loadingReport);
  const loadReport = useConsole((state) => state.loadReport);
  useEffect(() => {
    void loadReport(asked && reportAddress(kind, asked, { format: 'json', lang: locale }));
    return () => void loadReport(null);
  }, [asked, kind, locale, loadReport]);
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete(kind, form)) setAsked({ ...form });
        }}
      >
        <ReportFields kind={kind} form={form} onChange={setForm} />
        <Button type="submit" size="md" loading={loading} disabled={!isComplete(kind, form)}>
          {t('reports.screen.show')}
        </Button>
      </form>
      {error && <ErrorAdvice error={error} onRetry={() => setAsked({ ...form })} />}
      {asked === null && <p>{t('reports.screen.chooseMeeting')}</p>}
      {loading && <p role="status">{t('common.loading')}</p>}
      {report && asked && (
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
