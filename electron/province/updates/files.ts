import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { UpdateList } from '../../../shared/protocol/maintenance.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { ReleaseFile } from '../../../shared/updates/release.ts';
import { sha512Of } from '../../crypto/file-hash.ts';
import { isUpdateName, UPDATES_FOLDER } from './names.ts';

const MIB = 1024 * 1024;
export const MOST_MIB = 600;

/** The installers there are. */
export async function listUpdates(dataDir: string): Promise<UpdateList> {
  const folder = await folderOf(dataDir);
  const names = (await readdir(folder)).filter(isUpdateName).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, bytes: size, at: Math.round(mtimeMs) };
    }),
  );
  return { files };
}

/** Takes a file in, whole or not at all. Errors: `update-bad-name`, `update-too-large`, `update-busy`. */
export async function addUpdate(
  dataDir: string,
  name: string,
  source: Readable,
  mostMib = MOST_MIB,
): Promise<Result<{ readonly bytes: number }, AppError>> {
  if (!isUpdateName(name)) return appErr('update-bad-name', { name: name.slice(0, 120) });
  const folder = await folderOf(dataDir);
  const part = join(folder, `.${name}.part`);
  const begun = await begin(part);
  if (!begun) return appErr('update-busy');
  try {
    const bytes = await writeAll(source, part, mostMib * MIB);
    if (bytes === null) return appErr('update-too-large', { mebibytes: mostMib });
    await rename(part, join(folder, name));
    return ok({ bytes });
  } finally {
    await rm(part, { force: true });
  }
}

/** Answers whether there was one. */
export async function removeUpdate(dataDir: string, name: string): Promise<boolean> {
  const file = join(await folderOf(dataDir), name);
  if (!isUpdateName(name) || (await stat(file).catch(() => null)) === null) return false;
  await rm(file);
  return true;
}

export type FileState = 'there' | 'missing' | 'differs';

/** Whether an installer that a release names is here, and is the one that was signed. */
export async function stateOf(dataDir: string, { name, bytes, sha512 }: ReleaseFile): Promise<FileState> {
  const file = join(await folderOf(dataDir), name);
  const found = isUpdateName(name) ? await stat(file).catch(() => null) : null;
  if (found === null) return 'missing';
  if (found.size !== bytes) return 'differs';
  return (await hashOf(file, `${file} ${found.size} ${found.mtimeMs}`)) === sha512 ? 'there' : 'differs';
}

/** By file, size and time: an installer is read once, not at every look at the list. */
const known = new Map<string, string>();

async function hashOf(file: string, key: string): Promise<string> {
  const hash = known.get(key) ?? (await sha512Of(file));
  known.set(key, hash);
  return hash;
}

async function folderOf(dataDir: string): Promise<string> {
  const folder = join(dataDir, UPDATES_FOLDER);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** What an upload that died left behind is in nobody's way after an hour. */
const STALE_MS = 60 * 60_000;

async function begin(part: string): Promise<boolean> {
  const left = await stat(part).catch(() => null);
  if (left !== null && Date.now() - left.mtimeMs > STALE_MS) await rm(part, { force: true });
  const handle = await open(part, 'wx', 0o644).catch(() => null);
  await handle?.close();
  return handle !== null;
}

/** Answers the number of bytes, or null when there are too many. */
async function writeAll(source: Readable, part: string, most: number): Promise<number | null> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > most ? new TooLarge() : null, chunk);
    },
  });
  try {
    await pipeline(source, counted, createWriteStream(part, { flush: true }));
    return bytes;
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

class TooLarge extends Error {}
