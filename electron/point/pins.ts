import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { PinCode } from '../../shared/protocol/feed.ts';
import { ok, type Result } from '../../shared/result.ts';
import { inTransaction, type Sqlite } from '../sqlite/open.ts';
import { onDisk } from './journal-file.ts';
import { type CodeInHand, createPinCodes, PIN_CODES_SCHEMA, type PinChange } from './pin-codes.ts';
import { beginTry, locked, reachesLimit, waitOf } from './pin-tries.ts';

/** A file of its own: the journal may be handed to an auditor, and a PIN is short enough to be guessed from its hash. */
export const PINS_SCHEMA = `
  CREATE TABLE IF NOT EXISTS pins (
    person TEXT PRIMARY KEY,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  ${PIN_CODES_SCHEMA}
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
  /**
   * Gives the person a new PIN; a first one without a code where `rules` let that be. With one, the code is used up in the same
   * transaction. Errors: `pin-weak`, `pin-already-set` (a PIN is only replaced by a code), `pin-code-…`, `pin-locked` after too many
   * wrong codes, `storage-failed`.
   */
  set(person: string, pin: string, rules: Policy['signIn'], code?: CodeInHand): Promise<Result<null, AppError>>;
  /** What the province has not been told yet, the oldest first. */
  untold(): Result<readonly PinChange[], AppError>;
  told(change: PinChange): Result<null, AppError>;
  /** Errors: `pin-missing`, `pin-wrong`, `pin-locked`, `storage-failed`. */
  check(person: string, pin: string, rules: Policy['signIn']): Promise<Result<null, AppError>>;
}

export function openPins(db: Sqlite, now: () => number): Pins {
  db.exec(PINS_SCHEMA);
  const sql = {
    find: db.prepare('SELECT salt, hash, wrong, locked_until FROM pins WHERE person = ?'),
    insert: db.prepare('INSERT INTO pins (person, salt, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    replace: db.prepare('UPDATE pins SET salt = ?, hash = ?, wrong = 0, locked_until = 0 WHERE person = ?'),
    count: db.prepare('UPDATE pins SET wrong = wrong + 1, locked_until = ? WHERE person = ?'),
    clear: db.prepare('UPDATE pins SET wrong = 0, locked_until = 0 WHERE person = ?'),
  };
  const codes = createPinCodes(db, now);

  /** Writes the PIN and that it is to be told, together. */
  function write(person: string, salt: Uint8Array, hash: Uint8Array, byCode: PinCode | null): Result<null, AppError> {
    const written = onDisk(() =>
      inTransaction(db, (): Result<null, AppError> => {
        const added = Number(sql.insert.run(person, salt, hash).changes) === 1;
        if (!added && byCode === null) return appErr('pin-already-set');
        // Asked again here: two windows may have been given the same code at the same moment.
        if (byCode !== null && !codes.spend(byCode)) return appErr('pin-code-used');
        if (!added) sql.replace.run(salt, hash, person);
        codes.noteChange({ personId: person, byCode: byCode?.id ?? null, replaced: !added });
        return ok(null);
      }),
    );
    return written.ok ? written.value : written;
  }

  return {
    state(person, rules) {
      return onDisk(() => {
        const row = sql.find.get(person);
        return row ? { set: true, waitMs: waitOf(row, rules, now()) } : { set: false, waitMs: 0 };
      });
    },
    async set(person, pin, rules, code) {
      // Before the code is looked at: a PIN that is too short costs no try.
      if (!isStrongEnough(pin, rules)) return appErr('pin-weak', { digits: rules.pinMinDigits });
      const first = onDisk(() => sql.find.get(person) === undefined);
      if (!first.ok) return first;
      if (!code && !first.value) return appErr('pin-already-set');
      if (!code && rules.pinSetup === 'province-code') return appErr('pin-code-needed');
      const byCode = code ? await codes.check(person, code, rules) : ok(null);
      if (!byCode.ok) return byCode;
      const salt = randomBytes(16);
      return write(person, salt, await hashOf(pin, salt), byCode.value);
    },
    async check(person, pin, rules) {
      const row = beginTry(db, sql, person, rules, now());
      if (!row.ok) return row;
      const right = timingSafeEqual(await hashOf(pin, bytes(row.value.salt)), bytes(row.value.hash));
      if (right) {
        return onDisk(() => {
          sql.clear.run(person);
          return null;
        });
      }
      return reachesLimit(row.value, rules) ? locked(rules.waitSeconds * 1000) : appErr('pin-wrong');
    },
    untold: codes.untold,
    told: codes.told,
  };
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
