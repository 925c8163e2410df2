import { journalEntry } from '../../../shared/events/journal-entry.ts';
import type { PinSet } from '../../../shared/events/pin-set.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { listLinesOfType } from '../db/entries.ts';
import type { Db } from '../db/schema.ts';

export interface PinWasSet {
  readonly event: PinSet;
  readonly device: string;
  /** By the device's clock. */
  readonly at: number;
}

/** Every PIN that the point's devices told us was set, in the order in which the lines came. */
export async function pinsSet(db: Db, point: string): Promise<readonly PinWasSet[]> {
  const lines = await listLinesOfType(db, point, 'pin-set');
  return lines.flatMap(({ jws }) => {
    const { event, device, at } = journalEntry.parse(payloadOf(jws));
    return event.type === 'pin-set' ? [{ event, device, at }] : [];
  });
}
