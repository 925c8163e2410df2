import type { Readable } from 'node:stream';
import type { AppError } from '../../../shared/errors.ts';
import type { BackupContent } from '../../../shared/protocol/maintenance.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Header, Manifest } from './format.ts';
import { readBackup } from './read.ts';

/** Reads a back-up to its end against its manifest and keeps nothing of it. Error: `backup-corrupt`. */
export async function checkBackup(source: Readable): Promise<Result<BackupContent, AppError>> {
  const read = await readBackup(source, {
    onHeader: async () => ok(null),
    onRow: async () => undefined,
    onFile: async () => undefined,
  });
  return read.ok ? ok(contentOf(read.value)) : read;
}

export function contentOf({
  header,
  manifest,
}: {
  readonly header: Header;
  readonly manifest: Manifest;
}): BackupContent {
  return {
    createdAt: header.createdAt,
    hub: header.hub,
    rows: Object.fromEntries(Object.entries(manifest.tables).map(([name, { rows }]) => [name, rows])),
  };
}
