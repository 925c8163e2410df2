import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import { type AppError, appErr } from '../../shared/errors.ts';
import { type PublicKeyJwk, publicKeyJwk } from '../../shared/protocol/enrolment.ts';
import { ok, type Result } from '../../shared/result.ts';
import { ALG } from '../crypto/signed-line.ts';
import { DEVICE_KEY_FILE } from './data-files.ts';
import { onDisk } from './journal-file.ts';
import type { KeyVault } from './key-vault.ts';

/** `secret`: the private scalar through the vault, base64. */
const keyFile = z.object({ public: publicKeyJwk, protected: z.boolean(), secret: z.base64() });
type KeyFile = z.infer<typeof keyFile>;

/** This machine's Ed25519 key. The public half can be read by anyone who can read the folder. */
export interface DeviceKey {
  readonly public: PublicKeyJwk;
  readonly protected: boolean;
  /** Errors: `key-protected` (kept by a vault we are not), `key-unreadable`. */
  readonly signingKey: () => Promise<Result<CryptoKey, AppError>>;
}

/** The key in the folder, or null when none was made yet. Errors: `key-unreadable`, `storage-failed`. */
export function loadDeviceKey(dataDir: string, vault: KeyVault): Result<DeviceKey | null, AppError> {
  const text = onDisk(() => readIfThere(join(dataDir, DEVICE_KEY_FILE)));
  if (!text.ok) return text;
  if (text.value === null) return ok(null);
  const parsed = keyFile.safeParse(parseJson(text.value));
  return parsed.success ? ok(deviceKey(parsed.data, vault)) : appErr('key-unreadable');
}

/** The key in the folder, made first when there is none: once, whoever comes first. */
export function makeDeviceKey(dataDir: string, vault: KeyVault): Result<DeviceKey, AppError> {
  const loaded = loadDeviceKey(dataDir, vault);
  if (!loaded.ok) return loaded;
  if (loaded.value) return ok(loaded.value);
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (x === undefined || d === undefined) throw new Error('an Ed25519 key without its parts');
  const secret = vault.protect(Buffer.from(d, 'base64url')).toString('base64');
  const made: KeyFile = { public: { kty: 'OKP', crv: 'Ed25519', x }, protected: vault.protected, secret };
  const written = onDisk(() => writeOnce(join(dataDir, DEVICE_KEY_FILE), JSON.stringify(made)));
  if (!written.ok) return written;
  const again = loadDeviceKey(dataDir, vault);
  if (!again.ok) return again;
  return again.value ? ok(again.value) : appErr('key-unreadable');
}

function deviceKey(file: KeyFile, vault: KeyVault): DeviceKey {
  let opened: Promise<Result<CryptoKey, AppError>> | null = null;
  return {
    public: file.public,
    protected: file.protected,
    signingKey() {
      opened ??= openKey(file, vault);
      return opened;
    },
  };
}

async function openKey(file: KeyFile, vault: KeyVault): Promise<Result<CryptoKey, AppError>> {
  if (file.protected && !vault.protected) return appErr('key-protected');
  try {
    const bytes = Buffer.from(file.secret, 'base64');
    const d = (file.protected ? vault.unprotect(bytes) : bytes).toString('base64url');
    const key = await importJWK({ ...file.public, d }, ALG);
    return key instanceof Uint8Array ? appErr('key-unreadable') : ok(key);
  } catch {
    return appErr('key-unreadable');
  }
}

/** Writes a file that only this user can read, whole or not at all; leaves one that is already there. */
function writeOnce(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
