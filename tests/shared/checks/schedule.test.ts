import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import { PROBE_NEEDS, startable } from '../../../shared/checks/schedule.ts';

describe('which probes may run side by side', () => {
  it('starts everything that shares nothing', () => {
    expect(startable(CHECK_IDS, [])).toEqual(['camera', 'microphone', 'link', 'screen-share']);
  });

  it('keeps the speaker waiting for the microphone', () => {
    expect(startable(['speaker'], ['microphone'])).toEqual([]);
    expect(startable(['speaker'], [])).toEqual(['speaker']);
  });

  it('keeps the encoder waiting for the camera it opens, and for the screen share it would slow down', () => {
    expect(startable(['encoder'], ['camera'])).toEqual([]);
    expect(startable(['encoder'], ['screen-share'])).toEqual([]);
    expect(startable(['encoder'], ['microphone', 'link'])).toEqual(['encoder']);
  });

  it('asks the host only when nothing else loads the machine', () => {
    for (const other of CHECK_IDS) expect(startable(['host'], [other])).toEqual([]);
    expect(startable(['host'], [])).toEqual(['host']);
  });

  it('never lets two probes share a need, and always gets through', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...CHECK_IDS]), fc.infiniteStream(fc.nat()), (ids, picks) => {
        let waiting = [...ids];
        let running: typeof waiting = [];
        while (waiting.length + running.length > 0) {
          const started = startable(waiting, running);
          running = [...running, ...started];
          waiting = waiting.filter((id) => !started.includes(id));
          const needs = running.flatMap((id) => PROBE_NEEDS[id]);
          expect(new Set(needs).size).toBe(needs.length);
          expect(running.length).toBeGreaterThan(0);
          running.splice(picks.next().value % running.length, 1);
        }
      }),
    );
  });
});
