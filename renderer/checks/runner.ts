import type { CheckId } from '../../shared/checks/check-id.ts';
import type { ProbeFailure } from '../../shared/checks/probe-failure.ts';
import type { ProbeOutcome } from '../../shared/checks/probe-outcome.ts';
import { startable } from '../../shared/checks/schedule.ts';

/** What one check of a run came to. Times in milliseconds. */
export interface Measured {
  readonly id: CheckId;
  readonly outcome: ProbeOutcome;
  readonly durationMs: number;
}

/** The world of a runner. `measure` starts the probe of one check; it stops soon after `signal` aborts. */
export interface RunnerWorld {
  readonly measure: (id: CheckId, runId: string, signal: AbortSignal) => Promise<ProbeOutcome>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Calls back once after `ms`; returns its stop. */
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly timeoutMs: () => number;
  readonly onStart: (id: CheckId) => void;
  readonly onDone: (measured: Measured) => void;
}

export interface Runner {
  /**
   * Measures `ids`, side by side as far as they do not disturb one another. Resolves when each has an outcome, in the order
   * of `ids`. Checks that wait or run already are left to the run they belong to.
   */
  readonly run: (ids: readonly CheckId[], runId: string) => Promise<readonly Measured[]>;
  /** Stops one check, or everything; those get the outcome `cancelled`. */
  readonly cancel: (id?: CheckId) => void;
  /** While a check is held, as by the queue at the province, its time-out stands still; it starts anew when let go. */
  readonly hold: (id: CheckId, held: boolean) => void;
}

interface Job {
  readonly id: CheckId;
  readonly runId: string;
  readonly abort: AbortController;
  readonly settle: (measured: Measured) => void;
  hold: (held: boolean) => void;
}

/** How long a probe that was told to stop may take to close its devices before the next one gets them. */
const RELEASE_MS = 1500;

export function createRunner(world: RunnerWorld): Runner {
  const waiting = new Map<CheckId, Job>();
  const running = new Map<CheckId, Job>();

  function startNext(): void {
    for (const id of startable([...waiting.keys()], [...running.keys()])) {
      const job = waiting.get(id);
      if (!job) continue;
      waiting.delete(id);
      running.set(id, job);
      void measureOne(world, job).then((measured) => finish(job, measured));
    }
  }

  function finish(job: Job, measured: Measured): void {
    running.delete(job.id);
    world.onDone(measured);
    job.settle(measured);
    startNext();
  }

  function cancelOne(id: CheckId): void {
    running.get(id)?.abort.abort('cancelled' satisfies ProbeFailure);
    const job = waiting.get(id);
    if (!job) return;
    waiting.delete(id);
    const measured: Measured = { id, outcome: failed('cancelled', 'before it started'), durationMs: 0 };
    world.onDone(measured);
    job.settle(measured);
  }

  return {
    async run(ids, runId) {
      const fresh = ids.filter((id) => !waiting.has(id) && !running.has(id));
      const all = fresh.map(
        (id) =>
          new Promise<Measured>((settle) =>
            waiting.set(id, { id, runId, abort: new AbortController(), settle, hold: () => {} }),
          ),
      );
      startNext();
      return Promise.all(all);
    },
    cancel(id) {
      for (const one of id ? [id] : [...waiting.keys(), ...running.keys()]) cancelOne(one);
    },
    hold: (id, held) => running.get(id)?.hold(held),
  };
}

/** Never rejects: a probe that throws is `probe-error`, one that outlives its time `timed-out`. */
async function measureOne(world: RunnerWorld, job: Job): Promise<Measured> {
  const { id, abort } = job;
  const startedAt = world.now();
  world.onStart(id);
  const startTimer = () => world.after(world.timeoutMs(), () => abort.abort('timed-out' satisfies ProbeFailure));
  let stopTimer = startTimer();
  job.hold = (held) => {
    stopTimer();
    stopTimer = held ? () => {} : startTimer();
  };
  const stopped = abandoned(world, abort.signal);
  const outcome = await Promise.race([settled(world, job), stopped.outcome]);
  job.hold = () => {};
  stopTimer();
  stopped.stop();
  const durationMs = Math.round(world.now() - startedAt);
  const told = abort.signal.aborted ? failed(abort.signal.reason, '') : outcome;
  return { id, outcome: told, durationMs };
}

async function settled(world: RunnerWorld, { id, runId, abort }: Job): Promise<ProbeOutcome> {
  try {
    return await world.measure(id, runId, abort.signal);
  } catch (error) {
    return failed('probe-error', String(error).slice(0, 300));
  }
}

/** Settles a while after the abort, for the probe that does not stop when told. */
function abandoned(world: RunnerWorld, signal: AbortSignal) {
  let stop = () => {};
  const outcome = new Promise<ProbeOutcome>((resolve) => {
    signal.addEventListener('abort', () => {
      stop = world.after(RELEASE_MS, () => resolve(failed(signal.reason, 'did not stop in time')));
    });
  });
  return { outcome, stop: () => stop() };
}

function failed(failure: ProbeFailure, detail: string): ProbeOutcome {
  return { kind: 'failed', failure, detail };
}
