import { expect, it } from 'vitest';
import { bootRest } from '../../../renderer/point/boot-rest.ts';
import { ok } from '../../../shared/result.ts';
import { fakeWorld } from '../support/fake-world.ts';
import { FRESH, INFO } from '../support/point-states.ts';
import { wholeStore } from '../support/whole-window.ts';

/** A link check under way: what the main process tells of it, and its timers. */
function measuring() {
  const fake = fakeWorld({
    'app:info': ok(INFO),
    'point:state': ok(FRESH),
    'checks:measure': () => new Promise(() => {}),
  });
  const running = new Set<object>();
  const after = () => {
    const timer = {};
    running.add(timer);
    return () => void running.delete(timer);
  };
  // So much time between any two things told that each is shown at once.
  let elapsedMs = 0;
  const elapsed = () => {
    elapsedMs += 1_000;
    return elapsedMs;
  };
  const store = wholeStore({ ...fake.world, after, elapsed });
  bootRest(store, fake.world);
  void store.getState().runChecks(['link']);
  const tell = (more: object) =>
    fake.tell('checks:progress', { runId: fake.world.newId(), id: 'link', fraction: 0.1, ...more });
  return { tell, line: () => store.getState().activity.link?.live.line, timers: () => running.size };
}

it('shows the queue and stops the clock of the check while it waits there', () => {
  const { tell, line, timers } = measuring();
  expect(timers()).toBe(1);
  tell({ waiting: { place: 12, estimateMs: 40_000 } });
  expect(line()?.waiting).toEqual({ place: 12, estimateMs: 40_000 });
  expect(timers()).toBe(0);
  tell({ waiting: null });
  expect(line()?.waiting).toBeNull();
  expect(timers()).toBe(1);
});

it('gathers what is told of the line', () => {
  const { tell, line, timers } = measuring();
  tell({ samples: [{ phase: 'echo', atMs: 10, rttMs: 12 }] });
  tell({ samples: [{ phase: 'upload', atMs: 30, mbps: 20 }] });
  tell({});
  expect(line()?.samples.map(({ atMs }) => atMs)).toEqual([10, 30]);
  expect(timers()).toBe(1);
});

it('draws what is told in quick succession once, and all of it', () => {
  const fake = fakeWorld({
    'app:info': ok(INFO),
    'point:state': ok(FRESH),
    'checks:measure': () => new Promise(() => {}),
  });
  const later: (() => void)[] = [];
  const after = (_ms: number, callback: () => void) => {
    later.push(callback);
    return () => void later.splice(later.indexOf(callback), 1);
  };
  const store = wholeStore({ ...fake.world, after, elapsed: () => 0 });
  void store.getState().runChecks(['link']);
  const timeOut = later.length;
  let drawn = 0;
  store.subscribe(() => {
    drawn += 1;
  });
  for (const fraction of [0.1, 0.2, 0.3]) store.getState().setProgress('link', fraction);
  expect([drawn, store.getState().activity.link?.fraction, later.length]).toEqual([0, 0, timeOut + 1]);
  later.at(-1)?.();
  expect([drawn, store.getState().activity.link?.fraction, later.length]).toEqual([1, 0.3, timeOut]);
});
