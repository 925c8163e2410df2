import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReleaseFile } from '../../../shared/updates/release.ts';
import { sha512Of } from '../../crypto/file-hash.ts';
import { hubFailure } from '../hub-failure.ts';
import { hubAgent, type Pins } from '../hub-transport.ts';
import { storageError } from '../journal-file.ts';

export interface FetchDeps {
  readonly url: string;
  /** As for everything else that is asked of the hub. */
  readonly pins: Pins | null;
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Between 0 and 1. */
  readonly onProgress: (fraction: number) => void;
}

/** A line that brings nothing for so long has failed; how long the whole takes is nobody's concern. */
const PATIENCE = { connectMs: 5_000, totalMs: 30_000 };

/**
 * The file as signed, whole and on disk: goes on where an earlier try was cut off. Errors: `update-changed` (the hub sent something
 * else), `update-not-at-hub`, `storage-failed`, `cancelled`, those of the way to the hub.
 */
export async function fetchFile(file: ReleaseFile, deps: FetchDeps): Promise<Result<string, AppError>> {
  const target = join(deps.folder, file.name);
  const part = `${target}.part`;
  try {
    await mkdir(deps.folder, { recursive: true, mode: 0o700 });
    if (await isAsSigned(target, file)) return ok(target);
    const fetched = await fetchInto(part, file, deps);
    if (!fetched.ok) return fetched;
    if (!(await isAsSigned(part, file))) {
      await rm(part, { force: true });
      return appErr('update-changed', { file: file.name });
    }
    await rename(part, target);
    return ok(target);
  } catch (error) {
    return err(storageError(error));
  }
}

/** Whether it is there, as long and with the hash that was signed. */
export async function isAsSigned(path: string, { bytes, sha512 }: ReleaseFile): Promise<boolean> {
  return (await sizeOf(path)) === bytes && (await sha512Of(path)) === sha512;
}

async function fetchInto(part: string, file: ReleaseFile, deps: FetchDeps): Promise<Result<null, AppError>> {
  const there = await sizeOf(part);
  if (there === file.bytes) return ok(null);
  if (there > file.bytes) await rm(part);
  const from = there > file.bytes ? 0 : there;
  const { request } = (await import('../http.ts')).http;
  const agent = await hubAgent(deps.pins, PATIENCE, file.bytes + 1);
  try {
    const { statusCode, body } = await request(new URL(`/updates/${file.name}`, deps.url), {
      dispatcher: agent,
      headers: from > 0 ? { range: `bytes=${from}-` } : {},
      headersTimeout: PATIENCE.totalMs,
      bodyTimeout: PATIENCE.totalMs,
      signal: deps.signal,
    });
    if (statusCode !== 200 && statusCode !== 206) {
      await body.dump();
      return statusCode === 404 ? appErr('update-not-at-hub', { file: file.name }) : appErr('hub-busy');
    }
    return await write(body, part, statusCode === 206 ? from : 0, file, deps);
  } catch (error) {
    return err(hubFailure(error, new URL(deps.url).host, deps.signal.aborted));
  } finally {
    await agent.destroy();
  }
}

/** Never more than was signed: a hub cannot fill the disk. */
async function write(
  body: Readable,
  part: string,
  from: number,
  { bytes, name }: ReleaseFile,
  { onProgress, signal }: FetchDeps,
): Promise<Result<null, AppError>> {
  let there = from;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      there += chunk.length;
      if (there > bytes) return done(new TooLong());
      onProgress(there / bytes);
      done(null, chunk);
    },
  });
  try {
    await pipeline(body, counted, createWriteStream(part, { flags: from > 0 ? 'a' : 'w', mode: 0o600, flush: true }));
  } catch (error) {
    if (signal.aborted) return appErr('cancelled');
    if (isOfTheDisk(error)) return err(storageError(error));
    if (!(error instanceof TooLong)) throw error;
    await rm(part, { force: true });
    return appErr('update-changed', { file: name });
  }
  return ok(null);
}

class TooLong extends Error {}

/** Sockets have codes of the operating system too, but no file. */
function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(ENOSPC|EDQUOT|EROFS|EIO|EACCES|EPERM)$/.test(String(error.code))
  );
}

/** 0 where there is none. */
async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

/** Deletes what other releases left in the folder; `name` null: all of it. */
export async function forgetOthers(folder: string, name: string | null): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const old = names.filter((one) => one !== name && one !== `${name}.part`);
  await Promise.all(old.map((one) => rm(join(folder, one), { recursive: true, force: true })));
}
