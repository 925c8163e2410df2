import type { LinkSample, LinkWaiting } from '../../shared/checks/link/live.ts';
import type { NoticeValue, RequestArgs } from '../../shared/ipc-contract.ts';

/** Packets come by the hundred a second; the eye and the bridge are content with this. */
const BUCKET_MS = 50;
const NOTICE_EVERY_MS = 100;

export interface LinkNoticesDeps {
  readonly request: RequestArgs<'checks:measure'>;
  readonly tell: (notice: NoticeValue<'checks:progress'>) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/** What the probe tells while it measures, as notices to the window: progress and the queue at once, samples in bunches. */
export function linkNotices({ request, tell, now }: LinkNoticesDeps) {
  const batch = sampleBatch();
  let fraction = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  function notice(extra: { readonly waiting?: LinkWaiting | null } = {}): void {
    const samples = batch.take();
    toldAt = now();
    tell({ ...request, fraction, ...(samples.length > 0 ? { samples } : {}), ...extra });
  }

  return {
    onProgress(next: number): void {
      fraction = next;
      notice();
    },
    onSample(sample: LinkSample): void {
      batch.add(sample);
      if (now() - toldAt >= NOTICE_EVERY_MS) notice();
    },
    onWaiting(waiting: LinkWaiting | null): void {
      notice({ waiting });
    },
  };
}

interface Bucket {
  readonly first: LinkSample;
  readonly rates: number[];
  rttMs: number | undefined;
}

/** Gathers samples: of each phase and twentieth of a second the mean rate and the longest round trip. */
export function sampleBatch() {
  let buckets = new Map<string, Bucket>();
  return {
    add(sample: LinkSample): void {
      const key = `${sample.phase} ${String(Math.floor(sample.atMs / BUCKET_MS))}`;
      const bucket = buckets.get(key) ?? { first: sample, rates: [], rttMs: undefined };
      buckets.set(key, bucket);
      if (sample.mbps !== undefined) bucket.rates.push(sample.mbps);
      if (sample.rttMs !== undefined) bucket.rttMs = Math.max(bucket.rttMs ?? 0, sample.rttMs);
    },
    take(): LinkSample[] {
      const samples = [...buckets.values()].map(({ first, rates, rttMs }) => ({
        phase: first.phase,
        atMs: first.atMs,
        ...(rates.length > 0 ? { mbps: rates.reduce((sum, rate) => sum + rate, 0) / rates.length } : {}),
        ...(rttMs === undefined ? {} : { rttMs }),
      }));
      buckets = new Map();
      return samples;
    },
  };
}
