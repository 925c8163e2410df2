import { expect, it } from 'vitest';
import { likelyNeed } from '../../../electron/point/link-access.ts';
import type { LinkReached } from '../../../shared/checks/link/measurement.ts';

function measured(down: number, up: number, limitedBy: 'line' | 'cap' = 'line'): LinkReached {
  const rate = (mbps: number) => ({ mbps, limitedBy, bytes: 1_000, durationMs: 500 });
  return {
    reached: true,
    nameMs: 0,
    tcpConnectMs: 1,
    grantMs: 5,
    udp: null,
    rttMsP50: 10,
    rttMsP95: 12,
    jitterMs: 1,
    upload: rate(up),
    download: rate(down),
    clock: { offsetMs: 0, errorMs: 1 },
    interruptedDuring: null,
    adapter: null,
    bytesUsed: 2_000,
    durationMs: 4_000,
  };
}

it('asks for twice what the line carried the last time, and for a little at least', () => {
  expect(likelyNeed(measured(40, 12))).toEqual({ down: 80, up: 24 });
  expect(likelyNeed(measured(1, 0.5))).toEqual({ down: 20, up: 20 });
});

it('leaves it to the hub where that is not known', () => {
  expect(likelyNeed(undefined)).toBeUndefined();
  expect(likelyNeed(measured(100, 100, 'cap'))).toBeUndefined();
  expect(likelyNeed({ ...measured(40, 12), upload: null })).toBeUndefined();
  expect(likelyNeed({ reached: false, step: 'tcp', cause: '', host: '', durationMs: 1 })).toBeUndefined();
});
