import { type AppError, appErr } from '../../shared/errors.ts';
import type { PinSet } from '../../shared/events/pin-set.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { PinCode } from '../../shared/protocol/feed.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isPinCode } from '../crypto/pin-code.ts';
import type { Sqlite } from '../sqlite/open.ts';
import { onDisk } from './journal-file.ts';
import { beginTry, locked, reachesLimit, type TryRow } from './pin-tries.ts';

/** Beside the PINs: codes used here, wrong tries at them, and what the province is still to be told. */
export const PIN_CODES_SCHEMA = `
  CREATE TABLE IF NOT EXISTS used_pin_codes (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    salt TEXT NOT NULL,
    hash TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS pin_code_tries (
    person TEXT PRIMARY KEY,
    wrong INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS pin_changes (
    number INTEGER PRIMARY KEY,
    person TEXT NOT NULL,
    code TEXT,
    replaced INTEGER NOT NULL
  ) STRICT;
`;

/** The code as a person typed it, and where the province's codes are found. */
export interface CodeInHand {
  readonly typed: string;
  /** Those in the feed that is kept here. */
  readonly known: () => readonly PinCode[];
  /** Asks the province for the feed: the code may have been issued a moment ago. Fails quietly when there is no line. */
  readonly refresh: () => Promise<void>;
}

export interface PinChange extends Omit<PinSet, 'type'> {
  /** In which order it happened on this device. */
  readonly number: number;
}

export interface PinCodes {
  /** The code that was typed. Errors: `pin-locked`, `pin-code-wrong`, `-unknown`, `-expired`, `-used`, `storage-failed`. */
  check(person: string, code: CodeInHand, rules: Policy['signIn']): Promise<Result<PinCode, AppError>>;
  /** Uses the code up, inside the caller's transaction: false when it was used before. Clears the count of wrong tries. */
  spend(code: PinCode): boolean;
  /** Inside the caller's transaction. */
  noteChange(change: Omit<PinChange, 'number'>): void;
  untold(): Result<readonly PinChange[], AppError>;
  told(change: PinChange): Result<null, AppError>;
}

export function createPinCodes(db: Sqlite, now: () => number): PinCodes {
  const sql = {
    addTries: db.prepare('INSERT INTO pin_code_tries (person) VALUES (?) ON CONFLICT DO NOTHING'),
    find: db.prepare('SELECT wrong, locked_until FROM pin_code_tries WHERE person = ?'),
    count: db.prepare('UPDATE pin_code_tries SET wrong = wrong + 1, locked_until = ? WHERE person = ?'),
    forgive: db.prepare('UPDATE pin_code_tries SET wrong = MAX(wrong - 1, 0), locked_until = 0 WHERE person = ?'),
    clear: db.prepare('DELETE FROM pin_code_tries WHERE person = ?'),
    used: db.prepare('SELECT id, salt, hash FROM used_pin_codes WHERE person = ? ORDER BY at DESC LIMIT 3'),
    spend: db.prepare(
      'INSERT INTO used_pin_codes (id, person, salt, hash, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    note: db.prepare('INSERT INTO pin_changes (person, code, replaced) VALUES (?, ?, ?)'),
    untold: db.prepare('SELECT number, person, code, replaced FROM pin_changes ORDER BY number'),
    told: db.prepare('DELETE FROM pin_changes WHERE number = ?'),
  };

  /** Looks in the feed at hand, and once more in a fresh one. The codes of others do not count. */
  async function find(person: string, code: CodeInHand): Promise<{ match: PinCode | null; any: boolean }> {
    const seen = new Set<string>();
    for (const look of [code.known, async () => code.refresh().then(code.known)]) {
      for (const one of await look()) {
        if (one.personId !== person || seen.has(one.id)) continue;
        seen.add(one.id);
        if (await isPinCode(code.typed, one)) return { match: one, any: true };
      }
    }
    return { match: null, any: seen.size > 0 };
  }

  /** The province takes a used code out of the feed, so it is looked for here, to say what is wrong with it. */
  async function wasUsed(person: string, typed: string): Promise<boolean> {
    for (const { salt, hash } of sql.used.all(person)) {
      if (await isPinCode(typed, { salt: String(salt), hash: String(hash) })) return true;
    }
    return false;
  }

  /** Null when the code is good. */
  async function refusal(person: string, code: CodeInHand, tries: TryRow, rules: Policy['signIn']) {
    if (await wasUsed(person, code.typed)) return { match: null, refused: appErr('pin-code-used').error };
    const { match, any } = await find(person, code);
    if (match) return { match, refused: match.expiresAt <= now() ? appErr('pin-code-expired').error : null };
    if (!any) return { match, refused: appErr('pin-code-unknown').error };
    const wrong = reachesLimit(tries, rules) ? locked(rules.waitSeconds * 1000) : appErr('pin-code-wrong');
    return { match, refused: wrong.error };
  }

  return {
    async check(person, code, rules) {
      const added = onDisk(() => sql.addTries.run(person));
      if (!added.ok) return err(added.error);
      const tried = beginTry(db, sql, person, rules, now());
      if (!tried.ok) return tried;
      const { match, refused } = await refusal(person, code, tried.value, rules);
      // Only a guess is counted: a code that was right once gives nothing away, nor does one that never came.
      const guess = refused?.code === 'pin-code-wrong' || refused?.code === 'pin-locked';
      const forgiven = onDisk(() => (guess ? null : sql.forgive.run(person)));
      if (!forgiven.ok) return err(forgiven.error);
      return match && !refused ? ok(match) : err(refused ?? appErr('pin-code-wrong').error);
    },
    spend({ id, personId, salt, hash }) {
      sql.clear.run(personId);
      return Number(sql.spend.run(id, personId, salt, hash, now()).changes) === 1;
    },
    noteChange({ personId, byCode, replaced }) {
      sql.note.run(personId, byCode, replaced ? 1 : 0);
    },
    untold: () =>
      onDisk(() =>
        sql.untold.all().map(({ number, person, code, replaced }) => ({
          number: Number(number),
          personId: String(person),
          byCode: code === null ? null : String(code),
          replaced: replaced === 1,
        })),
      ),
    told: ({ number }) =>
      onDisk(() => {
        sql.told.run(number);
        return null;
      }),
  };
}
