import type { PinCodeSheet } from '../../../shared/protocol/roster.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';

const STYLE = `
body { margin: 0; font: 15px/1.5 'Be Vietnam Pro', system-ui, sans-serif; color: #111; }
section { padding: 16mm 14mm; break-after: page; }
section:last-child { break-after: auto; }
h1 { margin: 0 0 2mm; font-size: 21px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 3mm 2mm; border-bottom: 1px dashed #888; text-align: left; vertical-align: middle; }
td:last-child { font: 700 21px/1.2 ui-monospace, monospace; white-space: nowrap; }
`;

/** Sheets to print and hand out sealed, one page a point, as one HTML document that loads nothing. */
export function pinCodeSheets(
  sheets: readonly PinCodeSheet[],
  hub: { readonly name: string; readonly hotline: string },
): string {
  const { t } = createTranslator('vi');
  const pages = sheets.map(({ point, codes }) => {
    const rows = codes.map(
      ({ fullName, title, code, expiresAt }) =>
        `<tr><td>${escaped(fullName)}<br>${escaped(title)}</td><td>${formatDateTime(expiresAt)}</td><td>${code}</td></tr>`,
    );
    const how = escaped(t('roster.sheetHow', { hub: hub.name, hotline: hub.hotline || '—' }));
    const heads = [t('roster.person'), t('roster.sheetUntil'), t('roster.sheetCode')].map((head) => `<th>${head}</th>`);
    return `<section><h1>${escaped(t('roster.sheetTitle', { name: point.name, code: point.code }))}</h1><p>${how}</p>
<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
  });
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${t('roster.sheets')}</title><style>${STYLE}</style>
<body>${pages.join('\n')}</body></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
