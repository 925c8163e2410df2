import { stringify } from 'csv-stringify/sync';
import type { AuditRow } from '../../../shared/protocol/audit.ts';
import { actionText, actorText, detailText, subjectText } from '../../../shared/strings/audit-text.ts';
import { formatDate, formatSecond } from '../../../shared/strings/format.ts';
import type { Translator } from '../../../shared/strings/translator.ts';

/** The log as a table for Excel, as the reports are. */
export function auditCsv(entries: readonly AuditRow[], translator: Translator): string {
  const { t } = translator;
  const header = [t('audit.at'), t('audit.actor'), t('audit.action'), t('audit.subject'), t('audit.detail')];
  const lines = entries.map(({ at, actor, action, subject, detail }) => [
    `${formatDate(at)} ${formatSecond(at)}`,
    actorText(translator, actor),
    actionText(translator, action),
    subjectText(translator, subject),
    detailText(translator, detail),
  ]);
  return stringify([header, ...lines], {
    bom: true,
    delimiter: translator.locale === 'vi' ? ';' : ',',
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}
