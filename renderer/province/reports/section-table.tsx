import { memo } from 'react';
import { cellText, columnTitle } from '../../../shared/reports/cell-text.ts';
import type { ReportModel, ReportRow, ReportSection } from '../../../shared/reports/model.ts';
import { Scrolling } from '../../ui/scrolling.tsx';
import { useWords } from '../../ui/words.tsx';
import table from '../table.module.css';
import classes from './reports.module.css';

/** More rows are for a file: a page of a whole country's would take seconds to show and nobody reads it. */
const MOST_ROWS = 200;

export const SectionTable = memo(function SectionTable(props: {
  readonly section: ReportSection;
  readonly locale: ReportModel['locale'];
}) {
  const { section, locale } = props;
  const { t } = useWords();
  const { columns, rows, totals, title } = section;
  if (rows.length === 0) return <p>{t('reports.screen.empty')}</p>;
  const cut = rows.length > MOST_ROWS;
  const values = { shown: MOST_ROWS, total: rows.length };
  return (
    <>
      {cut && <p className={classes.note}>{t('reports.screen.rows', values)}</p>}
      <Scrolling className={classes.scroll} label={t('reports.screen.table', { title })}>
        <table className={`${table.table} ${classes.table}`}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" data-type={column.type}>
                  {columnTitle(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a report never move
              <Row key={index} section={section} row={row} locale={locale} />
            ))}
          </tbody>
          {totals && columns.some(({ key }) => (totals[key] ?? null) !== null) && (
            <tfoot>
              <tr>
                {columns.map((column, index) => (
                  <td key={column.key} data-type={column.type}>
                    {index === 0 ? t('reports.screen.total') : cellText(column, totals[column.key], locale)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </Scrolling>
    </>
  );
});

function Row(props: {
  readonly section: ReportSection;
  readonly row: ReportRow;
  readonly locale: ReportModel['locale'];
}) {
  const { section, row, locale } = props;
  return (
    <tr>
      {section.columns.map((column) => {
        const text = cellText(column, row[column.key], locale);
        return column.naming ? (
          <th key={column.key} scope="row" data-key={column.key}>
            {text}
          </th>
        ) : (
          <td key={column.key} data-type={column.type} data-key={column.key}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}
