import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { RosterChange } from '../../../shared/protocol/roster.ts';
import { useConsole } from '../context.tsx';

/** Sends a change of a point's roster; `onDone` once it is kept. */
export function useRosterChange(point: string, onDone: () => void) {
  const change = useConsole((state) => state.changeRoster);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  async function send(asked: RosterChange): Promise<void> {
    setBusy(true);
    const answer = await change(point, asked);
    setBusy(false);
    if (answer.ok) onDone();
    else setError(answer.error);
  }
  return { busy, error, send };
}
