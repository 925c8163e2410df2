import type { CheckId } from './check-id.ts';

/** What a probe needs for itself while it measures. Two probes run at the same time unless they share one of these. */
export type Need = 'camera' | 'sound' | 'processor' | 'line';

/**
 * Which probes may run side by side, and why not:
 * - `camera`: two openings of one device renegotiate its mode under each other, so the encoder waits for the camera check.
 * - `sound`: the speaker's chirp would be heard as noise in the microphone's room tone.
 * - `processor`: screen share and encoder both ask how many frames this machine manages. Side by side each would be told what
 *   the other left over; what we did to it must not be said of the machine.
 * - `line`: only the link loads it, a few seconds of sockets that disturb no device.
 * The camera is held for six seconds, half of what the whole check may take, so all but the encoder is measured beside it. It
 * counts what the device delivers, which took no harm from the others even where both cores were kept busy. Figures:
 * `docs/decisions/`, record 12.
 * The host asks how busy the machine is by itself, so it waits for all the others: a machine must not be blamed for the
 * load that our own probes put on it.
 */
export const PROBE_NEEDS: Readonly<Record<CheckId, readonly Need[]>> = {
  camera: ['camera'],
  microphone: ['sound'],
  speaker: ['sound'],
  link: ['line'],
  'screen-share': ['processor'],
  encoder: ['camera', 'processor'],
  host: ['camera', 'sound', 'processor', 'line'],
};

/** Of the waiting checks, in their order, those that can start now beside the running ones. */
export function startable(waiting: readonly CheckId[], running: readonly CheckId[]): readonly CheckId[] {
  const taken = new Set(running.flatMap((id) => PROBE_NEEDS[id]));
  const chosen: CheckId[] = [];
  for (const id of waiting) {
    const needs = PROBE_NEEDS[id];
    if (needs.some((need) => taken.has(need))) continue;
    for (const need of needs) taken.add(need);
    chosen.push(id);
  }
  return chosen;
}
