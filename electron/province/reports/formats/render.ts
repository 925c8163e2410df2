import { PassThrough, Readable } from 'node:stream';
import type { ReportFormat } from '../../../../shared/protocol/reports.ts';
import { reportPaper } from '../../../../shared/reports/paper.ts';
import type { Translator } from '../../../../shared/strings/translator.ts';
import type { MadeReport } from '../make-report.ts';
import { csvTexts } from './csv.ts';
import { jsonTexts } from './json.ts';
import { inPieces } from './pieces.ts';

export const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const satisfies Record<ReportFormat, string>;

/** The report in a format, as it is read; what only one format needs is loaded for it. `section`: of a CSV; null when the report has none of that id. */
export async function renderReport(
  made: MadeReport,
  format: ReportFormat,
  section: string | undefined,
  translator: Translator,
): Promise<Readable | null> {
  const { report } = made;
  switch (format) {
    case 'json':
      return Readable.from(inPieces(jsonTexts(made)), { objectMode: false });
    case 'csv': {
      const wanted = report.sections.find(({ id }) => id === (section ?? report.main));
      return wanted ? Readable.from(inPieces(csvTexts(report, wanted)), { objectMode: false }) : null;
    }
    case 'xlsx': {
      const { xlsxBytes } = await import('./xlsx.ts');
      return Readable.from([await xlsxBytes(report, translator)], { objectMode: false });
    }
    case 'pdf': {
      const { writePdf } = await import('../../../pdf/render.ts');
      const paper = new PassThrough();
      // A failure destroys the stream with its reason: whoever reads it learns of it there.
      writePdf(reportPaper(report, translator), paper).catch(() => undefined);
      return paper;
    }
  }
}
