import type { AppError } from '../../shared/errors.ts';
import type { SyncState } from '../../shared/point-state.ts';
import type { Look } from '../ui/tone.ts';

/** What is true of the record right now. Key under `point.sync`. */
export interface SyncView {
  readonly key: 'nothing' | 'sent' | 'sending' | 'saved' | 'offline' | 'offlineSaved';
  readonly pending: number;
  readonly look: Look;
}

/** "Sent" only with nothing pending and no failure; a failed contact is offline whatever was sent before. */
export function syncView(sync: SyncState): SyncView {
  const { pending, phase, error, lastSeq } = sync;
  if (phase === 'sending' && pending > 0) return { key: 'sending', pending, look: { tone: 'busy', icon: 'cloud' } };
  if (error !== null)
    return { key: pending > 0 ? 'offlineSaved' : 'offline', pending, look: { tone: 'warn', icon: 'offline' } };
  if (pending > 0) return { key: 'saved', pending, look: { tone: 'busy', icon: 'disk' } };
  if (lastSeq === 0) return { key: 'nothing', pending, look: { tone: 'idle', icon: 'cloud' } };
  return { key: 'sent', pending, look: { tone: 'pass', icon: 'cloud' } };
}

/** What is said above the state: why the province is not reached, then what else is wrong. The same trouble met twice is said once. */
export function noticesOf(error: AppError | null, warnings: readonly AppError[]): readonly AppError[] {
  return error ? [error, ...warnings.filter(({ code }) => code !== error.code)] : warnings;
}
