import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { AppError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { useConsole } from '../context.tsx';
import { call, GET } from '../hub-call.ts';

/** What the hub answers at a path, for a screen that nobody else shares it with. `schema` must stay the same. */
export function useHub<Schema extends z.ZodType>(path: string, schema: Schema) {
  const noteFailure = useConsole((state) => state.noteFailure);
  const [data, setData] = useState<z.infer<Schema> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const load = useCallback(async () => {
    const answer = await call(path, GET, schema);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setData(answer.value);
    else noteFailure(answer.error);
  }, [path, schema, noteFailure]);
  useEffect(() => void load(), [load]);
  return { data, error, load };
}

/** Something asked of the hub by a button: whether it is under way, and why it failed. */
export function useSend() {
  const noteFailure = useConsole((state) => state.noteFailure);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  async function send<Schema extends z.ZodType>(
    path: string,
    init: RequestInit,
    schema: Schema,
    timeoutMs?: number,
  ): Promise<Result<z.infer<Schema>>> {
    setBusy(true);
    const answer = await call(path, init, schema, timeoutMs);
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) noteFailure(answer.error);
    return answer;
  }
  return { busy, error, send };
}
