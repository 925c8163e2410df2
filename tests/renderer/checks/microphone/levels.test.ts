import { describe, expect, test } from 'vitest';
import { analyseChannel, clippingRuns } from '../../../../renderer/checks/microphone/levels.ts';
import { noise, RATE, silence, sine } from '../support/signals.ts';

describe('levels', () => {
  test('digital zero is told from the quietest room', () => {
    expect(analyseChannel(silence(2), RATE)).toMatchObject({ digitalZero: true, speechDbfs: null });
    expect(analyseChannel(noise(2, 0.00005), RATE)).toMatchObject({ digitalZero: false, speechDbfs: null });
    expect(analyseChannel(new Float32Array(0), RATE).digitalZero).toBe(true);
  });

  test('speech over a quiet room: its level, the floor, no clipping', () => {
    const heard = analyseChannel(talk(0.1, 0.001), RATE);
    // A sine of amplitude 0.1 has −23 dBFS, noise of deviation 0.001 has −60.
    expect(heard.speechDbfs).toBeCloseTo(-23, 0);
    expect(heard.floorDbfs).toBeCloseTo(-60, 0);
    expect(heard.clippingRunsPerSecond).toBe(0);
  });

  test('a hum that never stops is noise, not speech', () => {
    expect(analyseChannel(sine(3, 50, 0.1), RATE)).toMatchObject({ speechDbfs: null });
  });

  test('hiss at −57 dBFS without speech is not speech', () => {
    const heard = analyseChannel(noise(3, 0.0014), RATE);
    expect(heard.speechDbfs).toBeNull();
    expect(heard.floorDbfs).toBeCloseTo(-57, 0);
  });

  test('a device that sends zeros between stretches of room tone has not heard speech', () => {
    const gated = noise(3, 0.0008).map((sample, at) => (at < 1.5 * RATE ? 0 : sample));
    gated[0] = 0.00001;
    expect(analyseChannel(gated, RATE)).toMatchObject({ digitalZero: false, speechDbfs: null });
  });

  test('a cough is too short to be speech', () => {
    const room = noise(3, 0.001);
    room.set(sine(0.15, 300, 0.3), RATE);
    expect(analyseChannel(room, RATE).speechDbfs).toBeNull();
  });

  test('direct current raises neither floor nor speech', () => {
    const shifted = talk(0.1, 0.001).map((sample) => sample + 0.2);
    expect(analyseChannel(shifted, RATE).floorDbfs).toBeCloseTo(-60, 0);
    expect(analyseChannel(shifted, RATE).speechDbfs).toBeCloseTo(-23, 0);
  });

  test('the zeros before a device starts do not make the room quieter', () => {
    const late = new Float32Array(4 * RATE);
    late.set(talk(0.1, 0.01).subarray(0, 3 * RATE), RATE);
    expect(analyseChannel(late, RATE).floorDbfs).toBeCloseTo(-40, 0);
  });
});

describe('clipping', () => {
  test('one full-scale click is not clipping', () => {
    const click = talk(0.1, 0.001);
    click[5000] = 1;
    click[5001] = -1;
    expect(clippingRuns(click)).toBe(0);
    expect(analyseChannel(click, RATE).peakDbfs).toBe(0);
  });

  test('a flattened wave clips twice a period', () => {
    const flattened = sine(1, 100, 3).map((sample) => Math.max(-1, Math.min(1, sample)));
    expect(clippingRuns(flattened)).toBe(200);
    expect(analyseChannel(flattened, RATE).clippingRunsPerSecond).toBeCloseTo(200, 0);
  });

  test('a run counts once however long it is', () => {
    expect(clippingRuns(Float32Array.of(0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0))).toBe(1);
  });
});

/** Half a second of tone, half a second of pause, over noise, three seconds. */
function talk(amplitude: number, noiseDeviation: number): Float32Array {
  const voice = sine(3, 300, amplitude);
  const room = noise(3, noiseDeviation);
  return room.map((sample, at) => sample + (Math.floor((at * 2) / RATE) % 2 === 0 ? 0 : (voice[at] ?? 0)));
}
