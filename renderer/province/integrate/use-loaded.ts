import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { useConsole } from '../context.tsx';

export interface Loaded<T> {
  /** Null until it is here; what was last here while it is read again. */
  readonly value: T | null;
  readonly error: AppError | null;
  readonly reload: () => void;
}

/** What one screen alone shows, read from the hub when it opens. `ask` must stay the same while it asks the same. */
export function useLoaded<T>(ask: () => Promise<Result<T>>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const noteFailure = useConsole((state) => state.noteFailure);
  const latest = useRef(0);
  const reload = useCallback(() => {
    latest.current += 1;
    const turn = latest.current;
    void ask().then((answer) => {
      if (turn !== latest.current) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setValue(answer.value);
      else noteFailure(answer.error);
    });
  }, [ask, noteFailure]);
  useEffect(reload, [reload]);
  return { value, error, reload };
}

/** Something to be done once a button is pressed: whether it is under way, and what went wrong. */
export function useDoing() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const noteFailure = useConsole((state) => state.noteFailure);
  async function run<T>(work: Promise<Result<T>>, then: (value: T) => void): Promise<void> {
    setBusy(true);
    setError(null);
    const answer = await work;
    setBusy(false);
    if (answer.ok) return then(answer.value);
    setError(answer.error);
    noteFailure(answer.error);
  }
  return { busy, error, run };
}
