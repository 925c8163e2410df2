import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fittingSize } from '../../../shared/attendance/letter-size.ts';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { AttachmentRef, AttachmentType } from '../../../shared/events/authorisation.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { onDisk } from '../journal-file.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';

export const ATTACHMENTS_FOLDER = 'attachments';

type Rules = Policy['attendance']['attachment'];

/**
 * Keeps a letter's photo or PDF beside the journal, under the hash of its bytes, before an entry refers to it. Pictures lose what tells
 * where and when they were taken; a PDF stays as it is, for it may carry a signature.
 * Errors: `attachment-type`, `attachment-size` (`limit` in MB), `storage-failed`.
 */
export function keepAttachment(dataDir: string, bytes: Uint8Array, rules: Rules): Result<AttachmentRef, AppError> {
  const fitting = fittingSize(bytes.length, rules.maxBytes);
  if (!fitting.ok) return fitting;
  const cleaned = cleanedOf(bytes);
  if (!cleaned || !rules.types.includes(cleaned.type)) return appErr('attachment-type');
  const sha256 = createHash('sha256').update(cleaned.bytes).digest('base64url');
  const written = onDisk(() => writeWhole(join(dataDir, ATTACHMENTS_FOLDER), sha256, cleaned.bytes));
  return written.ok ? ok({ sha256, type: cleaned.type, bytes: cleaned.bytes.length }) : written;
}

/** By what the bytes are, whatever the file was called. */
function cleanedOf(bytes: Uint8Array): { readonly type: AttachmentType; readonly bytes: Uint8Array } | null {
  const jpeg = stripJpeg(bytes);
  if (jpeg) return { type: 'image/jpeg', bytes: jpeg };
  const png = stripPng(bytes);
  if (png) return { type: 'image/png', bytes: png };
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  return isPdf ? { type: 'application/pdf', bytes } : null;
}

/** Readable by this user only; there as a whole or not at all. The same bytes are the same file. */
function writeWhole(folder: string, name: string, bytes: Uint8Array): null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(join(folder, name))) return null;
  const draft = join(folder, `${name}.${randomUUID()}`);
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, join(folder, name));
  return null;
}
