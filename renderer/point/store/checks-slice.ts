import type { Baselines } from '../../../shared/baseline/baseline.ts';
import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { LinkSample, LinkWaiting } from '../../../shared/checks/link/live.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { CheckRun } from '../../../shared/events/event.ts';
import { checkRunOf } from '../../checks/check-run.ts';
import { withLine } from '../../checks/link/live-line.ts';
import { type LiveParts, withLive } from '../../checks/live-parts.ts';
import { createRunner } from '../../checks/runner.ts';
import { measureWith } from '../measure.ts';
import { meetingNow, policyOf } from '../selectors.ts';
import type { SessionOutcome } from '../session-outcome.ts';
import { chosenOnly, type DevicesSlice } from './devices-slice.ts';
import type { KeepsakesSlice } from './keepsakes-slice.ts';
import type { RecordSlice } from './record-slice.ts';
import type { SliceOf } from './slice.ts';

/** A check that waits its turn (`started` false) or measures. */
export interface Activity {
  readonly started: boolean;
  readonly fraction: number;
  readonly live: LiveParts;
}

const SHOW_EVERY_MS = 150;

export type RunRecord = Omit<CheckRun, 'type'>;

/** Whether what was measured is on disk. */
export type Filing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface ChecksSlice {
  readonly outcomes: Readonly<Partial<Record<CheckId, SessionOutcome>>>;
  readonly activity: Readonly<Partial<Record<CheckId, Activity>>>;
  /** The checks of the run under way, to count it by; empty when none is. */
  readonly batch: readonly CheckId[];
  readonly filing: Filing;
  readonly unfiled: readonly RunRecord[];
  /** Measures, judges, and files what a person started. Resolves with the run; null when nothing was left to start. */
  readonly runChecks: (ids?: readonly CheckId[], trigger?: CheckRun['trigger']) => Promise<RunRecord | null>;
  readonly cancelChecks: (id?: CheckId) => void;
  readonly setProgress: (id: CheckId, fraction: number) => void;
  /** What the link's probe tells beside its progress; `waiting` undefined: as before. */
  readonly noteLine: (id: CheckId, samples: readonly LinkSample[], waiting?: LinkWaiting | null) => void;
  readonly fileAgain: () => Promise<void>;
}

export const checksSlice: SliceOf<ChecksSlice, DevicesSlice & KeepsakesSlice & RecordSlice> = (world) => (set, get) => {
  const policyHere = () => policyOf(get().point, meetingNow(get().point, world.now()));
  const runner = createRunner({
    now: world.elapsed,
    after: world.after,
    timeoutMs: () => policyHere().probeTimeoutMs,
    measure: measureWith(world, {
      policy: policyHere,
      devices: () => chosenOnly(get().chosen),
      onProgress: (id, fraction) => get().setProgress(id, fraction),
      onLive: (id, live) => {
        if (live.kind === 'recording') get().keepRecording(live.sound);
        else touch(id, { live: withLive(now(id)?.live ?? {}, live) });
      },
    }),
    onStart: (id) => {
      touch(id, { started: true });
      show();
    },
    onDone: (measured) => {
      show();
      const { [measured.id]: _, ...activity } = get().activity;
      const meetingId = meetingNow(get().point, world.now())?.id ?? null;
      const outcome: SessionOutcome = { ...measured, meetingId, before: known()[measured.id] ?? null, at: world.now() };
      set({ activity, outcomes: { ...get().outcomes, [measured.id]: outcome } });
    },
  });

  /** What was measured before: asked for when a measurement ends, which is before it is filed itself. */
  const known = (): Baselines => get().point?.baselines ?? {};

  /** What came since it was last shown. Seven probes tell more often than the window can draw beside measuring. */
  const unseen = new Map<CheckId, Activity>();
  let shownAt = Number.NEGATIVE_INFINITY;
  let due: (() => void) | null = null;
  const now = (id: CheckId): Activity | undefined => unseen.get(id) ?? get().activity[id];

  function touch(id: CheckId, change: Partial<Activity>): void {
    const before = now(id);
    if (!before) return;
    unseen.set(id, { ...before, ...change });
    if (world.elapsed() - shownAt >= SHOW_EVERY_MS) show();
    else due ??= world.after(SHOW_EVERY_MS, show);
  }

  function show(): void {
    due?.();
    due = null;
    shownAt = world.elapsed();
    if (unseen.size === 0) return;
    set({ activity: { ...get().activity, ...Object.fromEntries(unseen) } });
    unseen.clear();
  }

  async function file(runs: readonly RunRecord[]): Promise<void> {
    set({ filing: { kind: 'saving' } });
    for (const run of runs) {
      const saved = await world.client.request('checks:file', run);
      if (!saved.ok) return set({ filing: { kind: 'failed', error: saved.error } });
      set({ unfiled: get().unfiled.filter((one) => one !== run), filing: { kind: 'saved', at: saved.value.at } });
    }
  }

  return {
    outcomes: {},
    activity: {},
    batch: [],
    filing: { kind: 'nothing' },
    unfiled: [],
    async runChecks(ids = CHECK_IDS, trigger = 'person') {
      const fresh = ids.filter((id) => !get().activity[id]);
      if (fresh.length === 0) return null;
      get().dropKeepsakes(fresh);
      const startedAt = world.now();
      const from = world.elapsed();
      const meeting = meetingNow(get().point, startedAt);
      const policy = policyOf(get().point, meeting);
      const meetingId = meeting?.id ?? null;
      const idle: Activity = { started: false, fraction: 0, live: {} };
      const queued = Object.fromEntries(fresh.map((id) => [id, idle]));
      const batch = Object.keys(get().activity).length === 0 ? fresh : [...get().batch, ...fresh];
      set({ activity: { ...get().activity, ...queued }, batch, filing: { kind: 'nothing' } });
      get().noteMeasured((['camera', 'microphone', 'speaker'] as const).filter((kind) => fresh.includes(kind)));
      const runId = world.newId();
      const measured = await runner.run(fresh, runId);
      const durationMs = Math.round(world.elapsed() - from);
      const run = checkRunOf({ runId, meetingId, trigger, startedAt, durationMs }, measured, policy, known());
      // An unattended run is filed by the main process, which ends with it.
      if (trigger === 'unattended') return run;
      set({ unfiled: [...get().unfiled, run] });
      await file([run]);
      return run;
    },
    cancelChecks: (id) => runner.cancel(id),
    setProgress: (id, fraction) => touch(id, { fraction }),
    noteLine(id, samples, waiting) {
      if (waiting !== undefined) runner.hold(id, waiting !== null);
      const live = now(id)?.live ?? {};
      touch(id, { live: withLive(live, withLine(live.line, samples, waiting)) });
    },
    fileAgain: () => file(get().unfiled),
  };
};
