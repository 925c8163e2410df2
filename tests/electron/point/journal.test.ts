import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHAIN_START } from '../../../electron/crypto/verify-chain.ts';
import { openJournalFile } from '../../../electron/point/journal-file.ts';
import { temporaryFolder } from './folder.ts';
import { answerOf, chainFault, openChain, unwrap } from './open-chain.ts';

describe('the journal', () => {
  test('numbers and chains what is appended, also all at once', async () => {
    const { journal, key, db } = await openChain(temporaryFolder(), () => 1_769_800_000_000);
    expect(journal.head()).toEqual(CHAIN_START);
    const saved = await Promise.all(Array.from({ length: 20 }, (_, i) => journal.append(answerOf('m1', `item-${i}`))));
    expect(saved.map((result) => unwrap(result).seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(unwrap(saved[0]!).at).toBe(1_769_800_000_000);
    expect(await chainFault(journal.entries(), key)).toBeNull();
    expect(journal.since(17).map(({ seq }) => seq)).toEqual([18, 19, 20]);
    expect(journal.since(3, 2).map(({ seq }) => seq)).toEqual([4, 5]);
    expect(journal.head()).toEqual({ seq: 20, hash: unwrap(saved[19]!).hash });
    db.close();
  });

  test('goes on where it stopped', async () => {
    const folder = temporaryFolder();
    const first = await openChain(folder);
    unwrap(await first.journal.append(answerOf('m1', 'a')));
    first.db.close();
    const second = await openChain(folder);
    expect(unwrap(await second.journal.append(answerOf('m1', 'b'))).seq).toBe(2);
    expect(await chainFault(second.journal.entries(), second.key)).toBeNull();
    second.db.close();
  });

  test('refuses to change or delete a line, and tells when someone forced it', async () => {
    const { db, journal, key } = await openChain(temporaryFolder());
    for (const item of ['a', 'b', 'c']) unwrap(await journal.append(answerOf('m1', item)));
    expect(() => db.exec("UPDATE entries SET jws = 'x' WHERE seq = 2")).toThrow(/append-only/);
    expect(() => db.exec('DELETE FROM entries')).toThrow(/append-only/);

    db.exec('DROP TRIGGER entries_are_never_changed; DROP TRIGGER entries_are_never_deleted');
    const honest = journal.entries()[1]!.jws;
    const [header, , signature] = honest.split('.');
    const payload = Buffer.from(JSON.stringify({ v: 1, seq: 2 })).toString('base64url');
    db.prepare('UPDATE entries SET jws = ? WHERE seq = 2').run(`${header}.${payload}.${signature}`);
    expect(await chainFault(journal.entries(), key)).toMatchObject({
      code: 'journal-bad-signature',
      values: { seq: 2 },
    });

    db.exec('DELETE FROM entries WHERE seq = 2');
    expect(await chainFault(journal.entries(), key)).toMatchObject({
      code: 'journal-gap',
      values: { seq: 3, have: 1 },
    });
    db.close();
  });

  test('tells a line of its own that was put in another place', async () => {
    const { db, journal, key } = await openChain(temporaryFolder());
    for (const item of ['a', 'b', 'c']) unwrap(await journal.append(answerOf('m1', item)));
    const [first, second] = journal.entries();
    expect(await chainFault([first!, first!, second!], key)).toMatchObject({ code: 'journal-bad-chain' });
    db.close();
  });

  test('says when the disk is full, keeps what it has and goes on when there is room again', async () => {
    const { db, journal, key } = await openChain(temporaryFolder());
    unwrap(await journal.append(answerOf('m1', 'before')));
    const pages = Number(db.prepare('PRAGMA page_count').get()?.page_count);
    // SQLite's own limit gives the very error a full disk gives (SQLITE_FULL).
    db.exec(`PRAGMA max_page_count = ${pages}`);
    const outcomes = [];
    for (let i = 0; i < 6; i += 1) outcomes.push(await journal.append(answerOf('m1', `full-${i}`, 'x'.repeat(1000))));
    const stored = journal.entries().length;
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(stored - 1);
    expect(outcomes.at(-1)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(db.isTransaction).toBe(false);

    db.exec('PRAGMA max_page_count = 100000');
    expect(unwrap(await journal.append(answerOf('m1', 'after'))).seq).toBe(stored + 1);
    expect(await chainFault(journal.entries(), key)).toBeNull();
    db.close();
  });

  test('says when its file is no database, and leaves it alone', () => {
    const file = join(temporaryFolder(), 'journal.db');
    writeFileSync(file, 'this is not a database, but long enough to look at: '.repeat(40));
    expect(openJournalFile(file)).toMatchObject({ ok: false, error: { code: 'journal-corrupt' } });
  });
});
