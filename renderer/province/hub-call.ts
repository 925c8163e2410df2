import { z } from 'zod';
import { appErr } from '../../shared/errors.ts';
import { failureBody } from '../../shared/protocol/failure.ts';
import type { Result } from '../../shared/result.ts';

const TIMEOUT_MS = 15_000;

/** Asks the hub, whose page this is. Expected failures come back as errors with words. */
export async function call<Schema extends z.ZodType>(
  path: string,
  init: RequestInit,
  schema: Schema,
  timeoutMs = TIMEOUT_MS,
): Promise<Result<z.infer<Schema>>> {
  const answer = await fetch(path, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch(() => null);
  if (answer === null) return appErr('hub-unreachable', { host: location.host });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    const failure = failureBody.safeParse(body);
    return failure.success ? { ok: false, error: failure.data.error } : appErr('internal');
  }
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : appErr('hub-not-a-hub', { host: location.host });
}

/** An answer that says nothing but that it was done. */
export const done = z.unknown().transform(() => null);
export const GET = { method: 'GET' };

export function posted(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list from a spreadsheet as the body. */
export function postedTable(file: File): RequestInit {
  const type = file.name.endsWith('.xlsx') ? XLSX : 'text/csv';
  return { method: 'POST', body: file, headers: { 'content-type': type } };
}

export function postedBytes(file: File, type: string): RequestInit {
  return { method: 'POST', body: file, headers: { 'content-type': type } };
}
