import { type AppError, appErr } from '../../../shared/errors.ts';
import type { InvitationImport } from '../../../shared/protocol/meetings.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { createTranslator, type Locale } from '../../../shared/strings/translator.ts';
import { listRosters } from '../db/people.ts';
import { listPoints } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import { readInvitations } from '../imports/invitations-table.ts';
import type { Doing } from './doing.ts';
import { changeInvitations } from './invite.ts';

/**
 * Invites the points of an invitation list (CSV or XLSX) to a meeting. Every wrong row is named, and one wrong row keeps all
 * of them out. Errors: as of `changeInvitations`; `import-bad-row` when the file cannot be read at all.
 */
export async function importInvitations(
  db: Db,
  meetingId: string,
  file: Uint8Array,
  { reason, locale, ...doing }: Doing & { readonly reason: string; readonly locale: Locale },
): Promise<Result<InvitationImport, AppError>> {
  const codes = (await listPoints(db)).map(({ code }) => code);
  const people = await listRosters(db, codes);
  const read = await readInvitations(file, new Map(codes.map((code) => [code, people.get(code) ?? []])), locale);
  if (read === null) {
    const detail = createTranslator(locale).t('report.importing.unreadable');
    return appErr('import-bad-row', { line: 1, detail });
  }
  const { rows, bad } = read;
  if (bad.length > 0) return ok({ imported: 0, bad: [...bad] });
  const changed = await changeInvitations(db, meetingId, { put: [...rows], remove: [], reason }, doing);
  return changed.ok ? ok({ imported: rows.length, bad: [] }) : changed;
}
