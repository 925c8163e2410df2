import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type Cell, createTally, type Tally } from '../tables/tally.ts';
import { fileHash, fileLine, type Header, HUB_FILES, header, type Manifest, manifestLine, rowLine } from './format.ts';

/** What becomes of the content while it is read. Nothing of it may last unless the whole file turns out to be good. */
export interface Taker {
  readonly onHeader: (header: Header) => Promise<Result<null, AppError>>;
  readonly onRow: (table: string, cells: readonly Cell[]) => Promise<void>;
  readonly onFile: (name: string, bytes: Buffer) => Promise<void>;
}

/** Stops reading with what is wrong. */
class Corrupt extends Error {}

/** Reads a back-up to its end and compares it with its manifest. Errors: `backup-corrupt`, and what the taker refuses. */
export async function readBackup(
  source: Readable,
  taker: Taker,
): Promise<Result<{ readonly header: Header; readonly manifest: Manifest }, AppError>> {
  const plain = source.pipe(createGunzip());
  source.once('error', (error) => plain.destroy(error));
  let fault: Error | null = null;
  plain.once('error', (error) => {
    fault = error;
  });
  try {
    const result = await readLines(createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY }), taker);
    if (fault !== null) throw new Corrupt((fault as Error).message);
    return result;
  } catch (error) {
    if (fault !== null) return appErr('backup-corrupt', { detail: (fault as Error).message });
    if (error instanceof Corrupt) return appErr('backup-corrupt', { detail: error.message });
    throw error;
  } finally {
    plain.destroy();
    source.unpipe();
    source.resume();
  }
}

async function readLines(lines: AsyncIterable<string>, taker: Taker) {
  let head: Header | null = null;
  let manifest: Manifest | null = null;
  const tallies = new Map<string, Tally>();
  const files = new Map<string, string>();
  for await (const line of lines) {
    if (manifest !== null) throw new Corrupt('lines after the manifest');
    const value = jsonOf(line);
    if (head === null) {
      head = parsed(header, value, 'no back-up of this software');
      const taken = await taker.onHeader(head);
      if (!taken.ok) return taken;
      for (const { name } of head.tables) tallies.set(name, createTally());
    } else if (has(value, 't')) {
      const { t, r } = parsed(rowLine, value, 'a row');
      const tally = tallies.get(t);
      if (tally === undefined) throw new Corrupt(`a row of an unknown table, ${t}`);
      tally.add(r);
      await taker.onRow(t, r);
    } else if (has(value, 'file')) {
      const { file, base64 } = parsed(fileLine, value, 'a file');
      if (!HUB_FILES.some((name) => name === file)) throw new Corrupt(`an unknown file, ${file}`);
      const bytes = Buffer.from(base64, 'base64');
      files.set(file, fileHash(bytes));
      await taker.onFile(file, bytes);
    } else {
      manifest = parsed(manifestLine, value, 'a line').manifest;
    }
  }
  if (head === null || manifest === null) throw new Corrupt('the end is missing');
  compare(manifest, tallies, files);
  return ok({ header: head, manifest });
}

function compare(manifest: Manifest, tallies: ReadonlyMap<string, Tally>, files: ReadonlyMap<string, string>): void {
  for (const [name, tally] of tallies) {
    const [said, found] = [manifest.tables[name], tally.total()];
    if (said?.rows !== found.rows || said.digest !== found.digest) throw new Corrupt(`table ${name}`);
  }
  const named = Object.entries(manifest.files);
  if (named.length !== files.size || named.some(([name, hash]) => files.get(name) !== hash)) throw new Corrupt('files');
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Corrupt('a line that is no JSON');
  }
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const read = schema.safeParse(value);
  if (!read.success) throw new Corrupt(what);
  return read.data;
}
