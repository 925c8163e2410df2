import { open } from 'node:fs/promises';

/** Samples a second of every sound here. */
export const SOUND_RATE = 48_000;
/** Lengths of the sounds of the corpus, seconds: longer than any check takes to start and to listen. */
export const SOUND_SECONDS = 40;
const LENGTH = SOUND_SECONDS * SOUND_RATE;

/** One channel, −1 … 1 at `SOUND_RATE`, `SOUND_SECONDS` long. */
export type Signal = Float32Array;

export function zeros(): Signal {
  return new Float32Array(LENGTH);
}

/** Amplitude of a level in dB. */
export function gainOf(db: number): number {
  return 10 ** (db / 20);
}

export function amplified(signal: Signal, db: number): Signal {
  const gain = gainOf(db);
  return signal.map((sample) => sample * gain);
}

/** All of them at once; above full scale it is cut off, as a converter does. */
export function mixed(...signals: readonly Signal[]): Signal {
  const all = zeros();
  // Not a callback for each sample: a corpus is hundreds of millions of them.
  for (let at = 0; at < LENGTH; at++) {
    let sum = 0;
    for (const signal of signals) sum += signal[at] ?? 0;
    all[at] = Math.max(-1, Math.min(1, sum));
  }
  return all;
}

export function sine(hz: number, amplitude: number): Signal {
  return zeros().map((_, at) => amplitude * Math.sin((2 * Math.PI * hz * at) / SOUND_RATE));
}

/** White noise of that RMS, dBFS; the same at each call with the same seed. */
export function hiss(dbfs: number, seed = 1): Signal {
  return atRms(white(seed), dbfs);
}

/** Pink noise of that RMS, dBFS: an air conditioner, a projector, a quiet room. */
export function roomTone(dbfs: number, seed = 2): Signal {
  return atRms(pink(seed), dbfs);
}

const pink = kept((seed: number): Signal => {
  // Three leaky integrators and the white noise itself: falls by 3 dB an octave (P. Kellet's economy filter).
  let [slow, middle, fast] = [0, 0, 0];
  return white(seed).map((sample) => {
    slow = 0.99765 * slow + sample * 0.099046;
    middle = 0.963 * middle + sample * 0.2965164;
    fast = 0.57 * fast + sample * 1.0526913;
    return slow + middle + fast + sample * 0.1848;
  });
});

/** Mains hum of that power, dBFS, with the harmonics that a bad earth leaves. */
export function hum(dbfs: number): Signal {
  return atRms(mixed(sine(50, 0.3), sine(100, 0.2), sine(150, 0.15), sine(250, 0.05)), dbfs);
}

/** Writes a 16-bit WAV file of one or two channels. */
export async function writeWav(file: string, channels: readonly Signal[]): Promise<void> {
  const data = Buffer.alloc(LENGTH * channels.length * 2);
  for (const [channel, signal] of channels.entries()) {
    for (const [at, sample] of signal.entries()) {
      const value = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)));
      data.writeInt16LE(value, (at * channels.length + channel) * 2);
    }
  }
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(wavHeader(channels.length, data.length));
    await handle.writeFile(data);
  } finally {
    await handle.close();
  }
}

function wavHeader(channels: number, bytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(SOUND_RATE, 24);
  header.writeUInt32LE(SOUND_RATE * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}

function atRms(signal: Signal, dbfs: number): Signal {
  const rms = Math.sqrt(signal.reduce((sum, sample) => sum + sample * sample, 0) / signal.length);
  const gain = gainOf(dbfs);
  return signal.map((sample) => (sample * gain) / rms);
}

/** Park and Miller's generator; the sum of four even numbers is near enough to a normal one. */
const white = kept((seed: number): Signal => {
  let state = seed;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return (state / 2_147_483_647) * 2 - 1;
  };
  return zeros().map(() => random() + random() + random() + random());
});

/** Each noise is made once: most sounds have one of a few under them. */
function kept(make: (seed: number) => Signal): (seed: number) => Signal {
  const made = new Map<number, Signal>();
  return (seed) => {
    const signal = made.get(seed) ?? make(seed);
    made.set(seed, signal);
    return signal;
  };
}
