import { describe, expect, test } from 'vitest';
import { findClipping } from '../../../../renderer/checks/microphone/clipping.ts';
import { findDropouts } from '../../../../renderer/checks/microphone/dropouts.ts';
import { humLevel } from '../../../../renderer/checks/microphone/hum.ts';
import { analyseChannel } from '../../../../renderer/checks/microphone/levels.ts';
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

  test('keys that are typed on and a device that beeps are not speech', () => {
    const again = (everySeconds: number, sound: (seconds: number) => number) =>
      noise(3, 0.0005).map((sample, at) => sample + sound((at / RATE) % everySeconds));
    const key = (seconds: number) => 0.3 * Math.exp(-seconds / 0.005) * Math.sin(2 * Math.PI * 2300 * seconds);
    const beep = (seconds: number) => (seconds < 0.3 ? 0.1 * Math.sin(2 * Math.PI * 2000 * seconds) : 0);
    expect(analyseChannel(again(0.17, key), RATE).speechDbfs).toBeNull();
    expect(analyseChannel(again(1, beep), RATE).speechDbfs).toBeNull();
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
    expect(findClipping(click, RATE)).toEqual({ runs: 0, stretches: 0 });
    expect(analyseChannel(click, RATE).peakDbfs).toBe(0);
  });

  test('a flattened wave clips twice a period', () => {
    const flattened = sine(1, 100, 3).map((sample) => Math.max(-1, Math.min(1, sample)));
    expect(findClipping(flattened, RATE)).toEqual({ runs: 200, stretches: 10 });
    expect(analyseChannel(flattened, RATE).clippingRunsPerSecond).toBeCloseTo(200, 0);
  });

  test('what was cut off before it was turned down is clipping too', () => {
    const flattened = sine(1, 100, 3).map((sample) => 0.4 * Math.max(-1, Math.min(1, sample)));
    expect(findClipping(flattened, RATE)).toEqual({ runs: 200, stretches: 10 });
  });

  test('the crests of slow waves, of noise and of a voice are not', () => {
    for (const whole of [sine(3, 50, 0.5), sine(3, 1000, 0.5), noise(3, 0.1), talk(0.3, 0.001)]) {
      expect(findClipping(whole, RATE).stretches).toBeLessThan(2);
    }
  });

  test('a run counts once however long it is', () => {
    expect(findClipping(Float32Array.of(0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0), RATE).runs).toBe(1);
  });
});

describe('hum', () => {
  const hum = mixed(sine(3.7, 50, 0.01), sine(3.7, 100, 0.005));

  test('is measured under speech and noise: 0.01 and 0.005 are −42 dBFS together', () => {
    expect(humLevel(hum, RATE)).toBeCloseTo(-42, 0);
    expect(humLevel(mixed(hum, talk(0.1, 0.001)), RATE)).toBeCloseTo(-42, 0);
  });

  test('a mains 0.5 Hz off is still one', () => {
    expect(humLevel(sine(3.7, 50.5, 0.01), RATE)).toBeCloseTo(-43, 0);
  });

  test('noise, a tone between the harmonics and speech at 100 Hz with pauses are none', () => {
    expect(humLevel(noise(3.7, 0.05), RATE)).toBeNull();
    expect(humLevel(sine(3.7, 75, 0.1), RATE)).toBeNull();
    const voice = sine(3.7, 100, 0.1).map((sample, at) => (Math.floor((at * 2) / RATE) % 2 === 0 ? 0 : sample));
    expect(humLevel(mixed(voice, noise(3.7, 0.001)), RATE)).toBeNull();
    expect(humLevel(new Float32Array(0), RATE)).toBeNull();
  });
});

describe('dropouts', () => {
  const cutOut = (sound: Float32Array, everySeconds: number, seconds: number): Float32Array =>
    sound.map((sample, at) => (at % (everySeconds * RATE) < seconds * RATE ? 0 : sample));

  test('each gap in a loud sound is one, and the floor is not deepened by it', () => {
    const broken = cutOut(noise(3, 0.03), 0.251, 0.015);
    expect(findDropouts(broken, RATE)).toHaveLength(11);
    expect(analyseChannel(broken, RATE).floorDbfs).toBeCloseTo(-31, 0);
  });

  test('gaps of whole quanta are the busy engine’s, not the device’s', () => {
    const starved = cutOut(noise(3, 0.03), 0.256, 0.016);
    expect(findDropouts(starved, RATE)).toEqual([]);
    expect(findDropouts(starved.subarray(50), RATE)).toHaveLength(11);
  });

  test('a short gap in room tone is one: no gate closes for so little', () => {
    expect(findDropouts(cutOut(noise(3, 0.0005), 0.251, 0.006), RATE)).toHaveLength(11);
  });

  test('a gate that closes in the pauses, and the zeros of a quiet 16-bit recording, are none', () => {
    expect(findDropouts(cutOut(noise(3, 0.03), 1, 0.5), RATE)).toEqual([]);
    const quiet = noise(3, 0.00001).map((sample) => Math.round(sample * 32_768) / 32_768);
    expect(findDropouts(quiet, RATE)).toEqual([]);
  });
});

test('direct current is told with its sign', () => {
  expect(
    analyseChannel(
      talk(0.1, 0.001).map((sample) => sample - 0.1),
      RATE,
    ).dcOffset,
  ).toBeCloseTo(-0.1, 2);
});

test('a knock on the table clips in one or two stretches', () => {
  const knocked = talk(0.1, 0.001);
  knocked.set(
    sine(0.02, 200, 3).map((sample) => Math.max(-1, Math.min(1, sample))),
    RATE,
  );
  expect(findClipping(knocked, RATE)).toEqual({ runs: 8, stretches: 1 });
});

function mixed(one: Float32Array, other: Float32Array): Float32Array {
  return one.map((sample, at) => sample + (other[at] ?? 0));
}

/** Half a second of voice, as loud on average as its tone and as uneven as syllables, half a second of pause, over noise. */
function talk(amplitude: number, noiseDeviation: number): Float32Array {
  const voice = sine(3, 300, amplitude).map(
    (sample, at) => sample * Math.SQRT2 * Math.sin((2 * Math.PI * 2 * at) / RATE),
  );
  const room = noise(3, noiseDeviation);
  return room.map((sample, at) => sample + (Math.floor((at * 2) / RATE) % 2 === 0 ? 0 : (voice[at] ?? 0)));
}
