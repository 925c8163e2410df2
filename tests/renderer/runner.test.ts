import { describe, expect, it } from 'vitest';
import { createRunner, type Measured, type RunnerWorld } from '../../renderer/checks/runner.ts';
import { CHECK_IDS, type CheckId } from '../../shared/checks/check-id.ts';
import type { ProbeOutcome } from '../../shared/checks/probe-outcome.ts';
import { PROBE_NEEDS, startable } from '../../shared/checks/schedule.ts';

const GOOD: ProbeOutcome = { kind: 'measured', measurement: { value: 1 } };

interface Open {
  readonly signal: AbortSignal;
  readonly finish: (outcome: ProbeOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/** A world whose probes end and whose time passes when the test says so. */
function worldOf() {
  let time = 0;
  let timers: { at: number; callback: () => void }[] = [];
  const open = new Map<CheckId, Open>();
  const started: CheckId[] = [];
  const done: Measured[] = [];
  const world: RunnerWorld = {
    now: () => time,
    after(ms, callback) {
      const timer = { at: time + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    timeoutMs: () => 1000,
    measure: (id, _runId, signal) =>
      new Promise((finish, fail) => {
        open.set(id, { signal, finish, fail });
        signal.addEventListener('abort', () => open.get(id)?.signal === signal && stopped.push(id));
      }),
    onStart: (id) => started.push(id),
    onDone: (measured) => done.push(measured),
  };
  const stopped: CheckId[] = [];
  return {
    world,
    started,
    stopped,
    done,
    open,
    timersLeft: () => timers.length,
    async finish(id: CheckId, outcome = GOOD) {
      open.get(id)?.finish(outcome);
      open.delete(id);
      await settle();
    },
    async pass(ms: number) {
      time += ms;
      for (const timer of timers.filter((one) => one.at <= time)) timer.callback();
      timers = timers.filter((one) => one.at > time);
      await settle();
    },
  };
}

function next(open: ReadonlyMap<CheckId, Open>): CheckId | undefined {
  return [...open.keys()][0];
}

/** Lets everything that is already decided happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe('the check runner', () => {
  it('runs side by side what does not disturb one another, and the rest as soon as it can', async () => {
    const { world, started, finish, open } = worldOf();
    const run = createRunner(world).run(CHECK_IDS, 'run');
    expect(started).toEqual(startable(CHECK_IDS, []));
    await finish('microphone');
    expect(started.at(-1)).toBe('speaker');
    await finish('screen-share');
    expect(started).not.toContain('encoder');
    await finish('camera');
    expect(started.at(-1)).toBe('encoder');
    for (let id = next(open); id !== undefined; id = next(open)) await finish(id);
    expect((await run).map((measured) => measured.id)).toEqual([...CHECK_IDS]);
  });

  it('never lets two probes have the same need at once, whatever the order they end in', async () => {
    const { world, finish, open } = worldOf();
    const run = createRunner(world).run([...CHECK_IDS].reverse(), 'run');
    while (open.size > 0) {
      const needs = [...open.keys()].flatMap((id) => PROBE_NEEDS[id]);
      expect(new Set(needs).size).toBe(needs.length);
      const last = [...open.keys()].at(-1);
      if (last) await finish(last);
    }
    expect(await run).toHaveLength(CHECK_IDS.length);
  });

  it('stops a probe that outlives its time, as timed out even if it still brings something', async () => {
    const { world, stopped, pass, finish, timersLeft } = worldOf();
    const run = createRunner(world).run(['camera'], 'run');
    await pass(999);
    expect(stopped).toEqual([]);
    await pass(1);
    expect(stopped).toEqual(['camera']);
    await finish('camera');
    expect(await run).toEqual([
      { id: 'camera', outcome: { kind: 'failed', failure: 'timed-out', detail: '' }, durationMs: 1000 },
    ]);
    expect(timersLeft()).toBe(0);
  });

  it('does not count the time a check is held by others, nor keep a timer for what is over', async () => {
    const { world, stopped, pass, finish, timersLeft } = worldOf();
    const runner = createRunner(world);
    const run = runner.run(['link'], 'run');
    await pass(900);
    runner.hold('link', true);
    await pass(60_000);
    expect(stopped).toEqual([]);
    runner.hold('link', false);
    await pass(999);
    expect(stopped).toEqual([]);
    await pass(1);
    expect(stopped).toEqual(['link']);
    await finish('link');
    runner.hold('link', false);
    await run;
    expect(timersLeft()).toBe(0);
  });

  it('goes on without a probe that does not stop when told', async () => {
    const { world, started, pass } = worldOf();
    const run = createRunner(world).run(['microphone', 'speaker'], 'run');
    await pass(1000);
    expect(started).toEqual(['microphone']);
    await pass(1500);
    expect(started).toEqual(['microphone', 'speaker']);
    await pass(1000);
    await pass(1500);
    expect((await run).map(({ outcome }) => outcome.kind === 'failed' && outcome.failure)).toEqual([
      'timed-out',
      'timed-out',
    ]);
  });

  it('cancels what runs and what waits; the next one starts only once the devices are released', async () => {
    const { world, started, stopped, done, finish } = worldOf();
    const runner = createRunner(world);
    const run = runner.run(['microphone', 'speaker'], 'run');
    runner.cancel('microphone');
    await settle();
    expect(stopped).toEqual(['microphone']);
    expect(started).toEqual(['microphone']);
    await finish('microphone');
    expect(started).toEqual(['microphone', 'speaker']);
    runner.cancel();
    await finish('speaker');
    await run;
    expect(done.map(({ outcome }) => outcome.kind === 'failed' && outcome.failure)).toEqual(['cancelled', 'cancelled']);
  });

  it('cancels at once what never started', async () => {
    const { world, started, done } = worldOf();
    const runner = createRunner(world);
    void runner.run(['camera', 'encoder'], 'run');
    runner.cancel('encoder');
    await settle();
    expect(started).toEqual(['camera']);
    expect(done.map(({ id, durationMs }) => [id, durationMs])).toEqual([['encoder', 0]]);
  });

  it('takes a probe that throws as a fault of ours, and the others go on', async () => {
    const { world, open, finish } = worldOf();
    const run = createRunner(world).run(['camera', 'link'], 'run');
    open.get('camera')?.fail(new TypeError('no such thing'));
    await finish('link');
    expect((await run).map(({ outcome }) => outcome)).toEqual([
      { kind: 'failed', failure: 'probe-error', detail: 'TypeError: no such thing' },
      GOOD,
    ]);
  });

  it('runs one again while others still run, and leaves running ones to their own run', async () => {
    const { world, started, finish } = worldOf();
    const runner = createRunner(world);
    const first = runner.run(['microphone', 'link'], 'first');
    await finish('microphone');
    const second = runner.run(['microphone', 'link'], 'second');
    expect(started).toEqual(['microphone', 'link', 'microphone']);
    await finish('microphone');
    expect((await second).map(({ id }) => id)).toEqual(['microphone']);
    await finish('link');
    expect((await first).map(({ id }) => id)).toEqual(['microphone', 'link']);
  });
});
