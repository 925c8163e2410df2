import { lineHash } from '../../../../../electron/crypto/signed-line.ts';
import { GENESIS } from '../../../../../shared/events/journal-entry.ts';
import type { TestDevice } from '../../../../support/device.ts';

/** The chain of a device whose owner signs whatever he likes. */
export interface OwnChain {
  /** A push of these events: the lines, and what to call when the hub took them. */
  readonly push: (
    events: readonly unknown[],
  ) => Promise<{ readonly lines: readonly string[]; readonly taken: () => void }>;
}

export function ownChain(device: TestDevice, point: string): OwnChain {
  let head = { seq: 0, hash: GENESIS };
  return {
    async push(events) {
      let next = head;
      const lines: string[] = [];
      for (const event of events) {
        const entry = { v: 1, device: device.id, point, seq: next.seq + 1, prev: next.hash, at: Date.now(), event };
        const line = await device.signEntry(entry as Parameters<TestDevice['signEntry']>[0]);
        next = { seq: entry.seq, hash: lineHash(line) };
        lines.push(line);
      }
      return {
        lines,
        taken: () => {
          head = next;
        },
      };
    },
  };
}
