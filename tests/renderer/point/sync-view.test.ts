import { describe, expect, it } from 'vitest';
import { noticesOf, syncView } from '../../../renderer/point/sync-view.ts';
import type { SyncState } from '../../../shared/point-state.ts';

const SENT: SyncState = {
  phase: 'idle',
  lastSeq: 5,
  receivedSeq: 5,
  pending: 0,
  lastContactAt: 1,
  nextTryAt: null,
  error: null,
};
const error = { code: 'hub-unreachable', values: { host: 'hub' } } as const;

describe('what is said of the record', () => {
  it.each([
    ['sent', {}],
    ['nothing', { lastSeq: 0, receivedSeq: 0 }],
    ['saved', { pending: 2, receivedSeq: 3 }],
    ['sending', { pending: 2, receivedSeq: 3, phase: 'sending' }],
    ['sending', { pending: 2, receivedSeq: 3, phase: 'sending', error }],
    ['offlineSaved', { pending: 2, receivedSeq: 3, phase: 'waiting', error }],
    ['offline', { error }],
  ] as const)('%s', (key, change) => {
    expect(syncView({ ...SENT, ...change }).key).toBe(key);
  });
});

describe('what is said of trouble', () => {
  const older = { code: 'journal-rolled-back', values: { have: 27, seq: 25 } } as const;
  const file = (name: string) => ({ code: 'settings-corrupt', values: { file: name, copy: `${name}.1` } }) as const;

  it('is said once where the sender and the witness met the same', () => {
    expect(noticesOf({ ...older, values: { have: 27, seq: 26 } }, [older])).toHaveLength(1);
  });

  it('leaves out nothing else', () => {
    expect(noticesOf(error, [older, file('a'), file('b')])).toEqual([error, older, file('a'), file('b')]);
    expect(noticesOf(null, [older, older])).toEqual([older, older]);
  });
});
