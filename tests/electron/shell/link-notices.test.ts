import { describe, expect, it } from 'vitest';
import { linkNotices, sampleBatch } from '../../../electron/shell/link-notices.ts';
import { NOTICES, type NoticeValue } from '../../../shared/ipc-contract.ts';

function listening() {
  const told: NoticeValue<'checks:progress'>[] = [];
  let time = 0;
  const request = { runId: '6b0f9c9e-6c1c-4d6e-9d42-0a6f2f1f5a10', id: 'link' } as const;
  const notices = linkNotices({ request, tell: (notice) => told.push(notice), now: () => time });
  return {
    told,
    notices,
    at(ms: number) {
      time = ms;
    },
  };
}

describe('what the window is told while the line is measured', () => {
  it('fits the contract, progress and queue at once', () => {
    const { told, notices } = listening();
    notices.onProgress(0.1);
    notices.onWaiting({ place: 12, estimateMs: 40_000 });
    notices.onWaiting(null);
    expect(told.map(({ fraction, waiting }) => [fraction, waiting])).toEqual([
      [0.1, undefined],
      [0.1, { place: 12, estimateMs: 40_000 }],
      [0.1, null],
    ]);
    for (const notice of told) expect(NOTICES['checks:progress'].safeParse(notice).success).toBe(true);
  });

  it('brings a flood of samples in bunches and loses none of the seconds', () => {
    const { told, notices, at } = listening();
    for (let ms = 0; ms < 1000; ms++) {
      at(ms);
      notices.onSample({ phase: 'echo', atMs: ms, rttMs: 20 });
    }
    notices.onProgress(1);
    expect(told.length).toBeLessThanOrEqual(12);
    const samples = told.flatMap((notice) => notice.samples ?? []);
    expect(samples.length).toBeLessThanOrEqual(32);
    expect(new Set(samples.map(({ atMs }) => Math.floor(atMs / 50))).size).toBe(20);
  });

  it('keeps the mean rate and the longest round trip of each twentieth of a second', () => {
    const batch = sampleBatch();
    batch.add({ phase: 'upload', atMs: 100, mbps: 2, rttMs: 10 });
    batch.add({ phase: 'upload', atMs: 120, mbps: 4, rttMs: 90 });
    batch.add({ phase: 'upload', atMs: 130, rttMs: 30 });
    batch.add({ phase: 'download', atMs: 130, mbps: 8 });
    expect(batch.take()).toEqual([
      { phase: 'upload', atMs: 100, mbps: 3, rttMs: 90 },
      { phase: 'download', atMs: 130, mbps: 8 },
    ]);
    expect(batch.take()).toEqual([]);
  });
});
