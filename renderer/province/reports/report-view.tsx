import type { ReportFormat } from '../../../shared/protocol/reports.ts';
import type { ReportModel, ReportSection } from '../../../shared/reports/model.ts';
import box from '../../ui/box.module.css';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { ReportChartView } from './report-chart.tsx';
import classes from './reports.module.css';
import { SectionTable } from './section-table.tsx';

const FILES = ['xlsx', 'pdf', 'csv', 'json'] as const;

/** The report as it is: what it is about, its sections with their charts, and all of it as files. */
export function ReportView(props: {
  readonly report: ReportModel;
  readonly addressOf: (format: ReportFormat, section?: string) => string;
}) {
  const { report, addressOf } = props;
  const { t } = useWords();
  return (
    <>
      <div className={classes.about}>
        <dl className={classes.facts}>
          {report.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.files}>
          <Icon name="download" size={18} />
          {t('reports.screen.download')}:
          {FILES.map((format) => (
            <a key={format} href={addressOf(format)} download>
              {t(`reports.screen.formats.${format}`)}
            </a>
          ))}
        </p>
      </div>
      <nav className={classes.contents} aria-label={t('reports.screen.sections')}>
        {report.sections.map(({ id, title, rows }) => (
          <a
            key={id}
            href={`#${id}`}
            onClick={(event) => {
              // The address names the screen already: go there by hand.
              event.preventDefault();
              document.getElementById(`section-${id}`)?.scrollIntoView();
              document.getElementById(`section-${id}`)?.focus();
            }}
          >
            {title} ({rows.length})
          </a>
        ))}
      </nav>
      {report.sections.map((section) => (
        <Section key={section.id} section={section} report={report} csv={addressOf('csv', section.id)} />
      ))}
    </>
  );
}

function Section(props: { readonly section: ReportSection; readonly report: ReportModel; readonly csv: string }) {
  const { section, report, csv } = props;
  const { t } = useWords();
  return (
    <section className={box.panel} aria-labelledby={`section-${section.id}`}>
      <div className={classes.sectionTop}>
        <h2 id={`section-${section.id}`} tabIndex={-1}>
          {section.title}
        </h2>
        <a href={csv} download aria-label={`${t('reports.screen.formats.csv')}: ${section.title}`}>
          {t('reports.screen.formats.csv')}
        </a>
      </div>
      {section.note !== undefined && <p className={classes.note}>{section.note}</p>}
      {section.charts.length > 0 && (
        <div className={classes.charts}>
          {section.charts.map((chart) => (
            <ReportChartView key={chart.title} chart={chart} section={section} locale={report.locale} />
          ))}
        </div>
      )}
      <SectionTable section={section} locale={report.locale} />
    </section>
  );
}
