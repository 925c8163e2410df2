import { cpSync, rmSync } from 'node:fs';
import { payloadOf } from '../../../../../electron/crypto/signed-line.ts';
import { file, type Stage, serve, withPoint } from '../stage.ts';
import { type Attack, entriesOf, inJournal, linesOf, pointSays, pointVerify, resignAll } from './attack.ts';

const sqlAttack = (name: string, code: string, sql: string): Attack => ({
  name,
  by: 'point verify',
  code,
  async run({ pointDirs: [dir] }) {
    inJournal(dir, (db) => db.exec(sql));
    return pointVerify(dir);
  },
});

/** Whoever holds the device's key can sign anything; the receipts of the province say what it was. */
const resigned = (
  name: string,
  change: (entries: ReturnType<typeof entriesOf>) => ReturnType<typeof entriesOf>,
): Attack => ({
  name,
  by: 'point verify',
  code: 'journal-bad-chain',
  async run({ pointDirs: [dir] }) {
    await resignAll(dir, change(entriesOf(dir)));
    return pointVerify(dir);
  },
});

/** The whole folder as it was before the last entries. */
async function rolledBack({ hubDir, pointDirs: [dir] }: Stage, thenFile: number): Promise<void> {
  const copy = `${dir}-copy`;
  cpSync(dir, copy, { recursive: true });
  const hub = await serve(hubDir);
  await withPoint(dir, hub.url, async (point) => {
    await file(point, 3);
    await point.syncNow();
  });
  // Whole: what SQLite keeps beside its file belongs to the newer one.
  rmSync(dir, { recursive: true });
  cpSync(copy, dir, { recursive: true });
  await withPoint(dir, hub.url, (point) => file(point, thenFile));
  await hub.stop();
}

/** By somebody at the point: on the disk of its machine, with or without the device's key. */
export const ON_THE_POINT: readonly Attack[] = [
  {
    name: 'change what an entry says',
    by: 'point verify',
    code: 'journal-bad-signature',
    async run({ pointDirs: [dir] }) {
      const line = linesOf(dir)[2]?.jws ?? '';
      const [header, , signature] = line.split('.');
      const said = { ...(payloadOf(line) as object), at: 1 };
      const payload = Buffer.from(JSON.stringify(said)).toString('base64url');
      inJournal(dir, (db) =>
        db.prepare('UPDATE entries SET jws = ? WHERE seq = 3').run(`${header}.${payload}.${signature}`),
      );
      return pointVerify(dir);
    },
  },
  sqlAttack('drop an entry', 'journal-gap', 'DELETE FROM entries WHERE seq = 3'),
  sqlAttack(
    'put an entry in twice',
    'journal-bad-chain',
    'UPDATE entries SET jws = (SELECT jws FROM entries WHERE seq = 3) WHERE seq = 4',
  ),
  sqlAttack(
    'reorder two entries',
    'journal-gap',
    `UPDATE entries SET seq = seq + 100 WHERE seq IN (3, 4);
     UPDATE entries SET seq = 4 WHERE seq = 103; UPDATE entries SET seq = 3 WHERE seq = 104`,
  ),
  sqlAttack('truncate the journal', 'journal-bad-chain', 'DELETE FROM entries WHERE seq > 4'),
  sqlAttack(
    'truncate the journal and the receipts',
    'checkpoint-lacks-entry',
    'DELETE FROM entries WHERE seq > 4; DELETE FROM receipts',
  ),
  {
    name: 'truncate the journal and all evidence beside it',
    by: 'point',
    code: 'journal-rolled-back',
    async run(stage) {
      const [dir] = stage.pointDirs;
      inJournal(dir, (db) =>
        db.exec('DELETE FROM entries WHERE seq > 4; DELETE FROM receipts; DELETE FROM checkpoints'),
      );
      return pointSays(stage, dir);
    },
  },
  resigned('change an entry and sign all anew with the device’s key', (entries) =>
    entries.map((entry) =>
      entry.seq === 3 && entry.event.type === 'manual-answer'
        ? { ...entry, event: { ...entry.event, answer: 'no' } }
        : entry,
    ),
  ),
  resigned('drop an entry and sign all anew', (entries) => entries.filter(({ seq }) => seq !== 3)),
  resigned('insert an entry and sign all anew', (entries) =>
    entries.flatMap((one) => (one.seq === 3 ? [one, one] : [one])),
  ),
  resigned('back-date an entry and sign all anew', (entries) =>
    entries.map((entry) => (entry.seq === 3 ? { ...entry, at: entry.at - 3_600_000 } : entry)),
  ),
  {
    name: 'back-date a new entry',
    by: 'point verify',
    code: 'times-back',
    async run({ pointDirs: [dir] }) {
      const entries = entriesOf(dir);
      await resignAll(
        dir,
        entries.map((one) => (one.seq === entries.length ? { ...one, at: one.at - 3_600_000 } : one)),
      );
      return pointVerify(dir);
    },
  },
  {
    name: 'go on from an old copy of the folder',
    by: 'point',
    code: 'journal-rolled-back',
    async run(stage) {
      await rolledBack(stage, 2);
      return pointSays(stage, stage.pointDirs[0]);
    },
  },
  {
    name: 'put an old copy of the folder back and record nothing',
    by: 'point',
    code: 'journal-rolled-back',
    async run(stage) {
      await rolledBack(stage, 0);
      return pointSays(stage, stage.pointDirs[0]);
    },
  },
  {
    name: 'put receipts of another hub in place',
    by: 'point verify',
    code: 'journal-bad-signature',
    async run({ pointDirs: [dir, other] }) {
      // Signed by a real key over real claims, but not by the hub of the enrolment.
      const strange = inJournal(other, (db) => String(db.prepare('SELECT jws FROM entries WHERE seq = 2').get()?.jws));
      inJournal(dir, (db) => db.prepare('UPDATE receipts SET jws = ?').run(strange));
      return pointVerify(dir);
    },
  },
  sqlAttack(
    'keep a checkpoint of one’s own making',
    'checkpoint-forged',
    'UPDATE checkpoints SET jws = (SELECT jws FROM receipts LIMIT 1)',
  ),
];
