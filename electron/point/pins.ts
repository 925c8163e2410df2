import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { ok, type Result } from '../../shared/result.ts';
import { inTransaction, type Sqlite } from '../sqlite/open.ts';
import { onDisk } from './journal-file.ts';

/** A file of its own: the journal may be handed to an auditor, and a PIN is short enough to be guessed from its hash. */
export const PINS_SCHEMA = `
  CREATE TABLE IF NOT EXISTS pins (
    person TEXT PRIMARY KEY,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER NOT NULL DEFAULT 0
  ) STRICT;
`;

/** RFC 7914 parameters: about 0.1 s and 32 MiB a try. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const HASH_BYTES = 32;

export interface PinState {
  readonly set: boolean;
  /** How long until the next try is allowed; 0 when it is. */
  readonly waitMs: number;
}

export interface Pins {
  state(person: string, rules: Policy['signIn']): Result<PinState, AppError>;
  /** Errors: `pin-weak`, `pin-already-set` (only a new start of the province's may replace it), `storage-failed`. */
  set(person: string, pin: string, rules: Policy['signIn']): Promise<Result<null, AppError>>;
  /** Errors: `pin-missing`, `pin-wrong`, `pin-locked`, `storage-failed`. */
  check(person: string, pin: string, rules: Policy['signIn']): Promise<Result<null, AppError>>;
}

export function openPins(db: Sqlite, now: () => number): Pins {
  db.exec(PINS_SCHEMA);
  const sql = {
    find: db.prepare('SELECT salt, hash, wrong, locked_until FROM pins WHERE person = ?'),
    insert: db.prepare('INSERT INTO pins (person, salt, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    count: db.prepare('UPDATE pins SET wrong = wrong + 1, locked_until = ? WHERE person = ?'),
    clear: db.prepare('UPDATE pins SET wrong = 0, locked_until = 0 WHERE person = ?'),
  };

  function waitOf(row: Row, rules: Policy['signIn']): number {
    // A clock set back must not lock anyone out for longer than the rule says.
    return Math.min(Math.max(Number(row.locked_until) - now(), 0), rules.waitSeconds * 1000);
  }

  /**
   * Counts a try as wrong before it is compared, so that ending the program in between gains nothing. From the limit on, each further
   * wrong PIN waits again, until the right one.
   */
  function beginTry(person: string, rules: Policy['signIn']): Result<Row, AppError> {
    const begun = onDisk(() =>
      inTransaction(db, (): Result<Row, AppError> => {
        const row = sql.find.get(person);
        if (!row) return appErr('pin-missing');
        const waitMs = waitOf(row, rules);
        if (waitMs > 0) return locked(waitMs);
        const limit = Number(row.wrong) + 1 >= rules.wrongPinsBeforeWait;
        sql.count.run(limit ? now() + rules.waitSeconds * 1000 : 0, person);
        return ok(row);
      }),
    );
    return begun.ok ? begun.value : begun;
  }

  return {
    state(person, rules) {
      return onDisk(() => {
        const row = sql.find.get(person);
        return row ? { set: true, waitMs: waitOf(row, rules) } : { set: false, waitMs: 0 };
      });
    },
    async set(person, pin, rules) {
      if (!isStrongEnough(pin, rules)) return appErr('pin-weak', { digits: rules.pinMinDigits });
      const salt = randomBytes(16);
      const hash = await hashOf(pin, salt);
      const inserted = onDisk(() => Number(sql.insert.run(person, salt, hash).changes));
      if (!inserted.ok) return inserted;
      return inserted.value === 1 ? ok(null) : appErr('pin-already-set');
    },
    async check(person, pin, rules) {
      const row = beginTry(person, rules);
      if (!row.ok) return row;
      const right = timingSafeEqual(await hashOf(pin, bytes(row.value.salt)), bytes(row.value.hash));
      if (right) {
        return onDisk(() => {
          sql.clear.run(person);
          return null;
        });
      }
      const limit = Number(row.value.wrong) + 1 >= rules.wrongPinsBeforeWait;
      return limit ? locked(rules.waitSeconds * 1000) : appErr('pin-wrong');
    },
  };
}

type Row = Readonly<Record<string, unknown>>;

function locked(waitMs: number) {
  return appErr('pin-locked', { seconds: Math.ceil(waitMs / 1000) });
}

function isStrongEnough(pin: string, rules: Policy['signIn']): boolean {
  return /^\d+$/.test(pin) && pin.length >= rules.pinMinDigits;
}

function hashOf(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, SCRYPT, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new Error('not a BLOB');
}
