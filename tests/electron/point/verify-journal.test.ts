import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type AuditedLine, verifyJournal } from '../../../electron/point/verify-journal.ts';
import { openSqlite } from '../../../electron/sqlite/open.ts';
import { temporaryFolder } from './folder.ts';
import { unwrap } from './open-chain.ts';
import { openPoint } from './open-point.ts';
import { startSmallHub } from './small-hub.ts';

/** A point with three entries at the hub and one more. */
async function usedFolder(): Promise<string> {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const point = await openPoint(folder);
  unwrap(await point.enrol(hub.code()));
  for (const itemId of ['power', 'wired-line']) {
    unwrap(await point.answer({ meetingId: 'm1', itemId, answer: 'yes', note: '' }));
  }
  unwrap(await point.syncNow());
  unwrap(await point.answer({ meetingId: 'm1', itemId: 'quiet', answer: 'yes', note: '' }));
  await point.close();
  return folder;
}

function tamper(folder: string, sql: string): void {
  const db = openSqlite(join(folder, 'journal.db'));
  db.exec('DROP TRIGGER entries_are_never_changed; DROP TRIGGER entries_are_never_deleted');
  db.exec(sql);
  db.close();
}

test('an honest journal holds, and every line goes to the auditor', async () => {
  const lines: AuditedLine[] = [];
  const audit = unwrap(await verifyJournal(await usedFolder(), (line) => lines.push(line)));
  expect(audit).toEqual({ devices: 1, entries: 4, receipts: 1, checkpoints: 0, faults: [], timesBack: [] });
  expect(lines.map(({ seq, fault, entry }) => [seq, fault, entry?.event.type])).toEqual([
    [1, null, 'enrolled'],
    [2, null, 'manual-answer'],
    [3, null, 'manual-answer'],
    [4, null, 'manual-answer'],
  ]);
});

test.each([
  ['a changed line', "UPDATE entries SET jws = replace(jws, '.', '.x') WHERE seq = 2", 'entry', 2],
  ['a missing line', 'DELETE FROM entries WHERE seq = 3', 'entry', 4],
  ['two lines exchanged', 'UPDATE entries SET jws = (SELECT jws FROM entries WHERE seq = 1) WHERE seq = 2', 'entry', 2],
  ['a line of no sense', "UPDATE entries SET jws = 'garbage' WHERE seq = 4", 'entry', 4],
  ['an altered hash', "UPDATE entries SET hash = 'x' WHERE seq = 4", 'entry', 4],
  ['the end cut off below the receipt', 'DELETE FROM entries WHERE seq > 1', 'receipt', 3],
  ['a forged receipt', "UPDATE receipts SET jws = 'garbage'", 'receipt', 3],
])('%s is named', async (_, sql, what, seq) => {
  const folder = await usedFolder();
  tamper(folder, sql);
  const audit = unwrap(await verifyJournal(folder, () => undefined));
  expect(audit.faults[0]).toMatchObject({ what, seq });
});

test('a fault stays in plain sight of the running point, which goes on', async () => {
  const folder = await usedFolder();
  tamper(folder, "UPDATE entries SET jws = 'garbage' WHERE seq = 2");
  const point = await openPoint(folder);
  expect(point.warnings()).toMatchObject([{ code: 'journal-bad-signature', values: { seq: 2 } }, {}]);
  expect(Object.keys(point.state().records.m1?.manual ?? {})).toEqual(['quiet']);
  expect(unwrap(await point.answer({ meetingId: 'm1', itemId: 'power', answer: 'yes', note: '' })).seq).toBe(5);
});

test('a folder without a journal has nothing to verify', async () => {
  expect(await verifyJournal(temporaryFolder(), () => undefined)).toMatchObject({
    error: { code: 'enrolment-missing' },
  });
});
