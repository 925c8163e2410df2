import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gainOf, type Signal, SOUND_RATE, zeros } from './signal.ts';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;
const FRAME = 0.02 * SOUND_RATE;
/** A frame this far below the loudest one is a pause, not speech. */
const PAUSE_BELOW_DB = 25;

interface Speaker {
  readonly sentences: readonly string[];
  /** espeak-ng's voice, pitch (0 … 99) and speed in words a minute. */
  readonly voice: string;
  readonly pitch: number;
  readonly speed: number;
  /** After each sentence, seconds. */
  readonly pause: number;
}

const near: Speaker = {
  sentences: ['Xin chào.', 'Đây là điểm cầu xã.', 'Chúng tôi đang kiểm tra âm thanh trước cuộc họp.'],
  voice: 'vi',
  pitch: 50,
  speed: 150,
  pause: 0.7,
};

const SPEAKERS = {
  near,
  far: { ...near, sentences: ['Anh ơi, cho tôi hỏi phòng họp ở đâu.', 'Tầng hai, bên tay trái.'], voice: 'vi+f3' },
  woman: { ...near, voice: 'vi+f2', pitch: 70 },
  low: { ...near, voice: 'vi+m3', pitch: 5 },
  /** Reads on without taking breath. */
  hurried: { ...near, sentences: near.sentences.slice(1), speed: 230, pause: 0.12 },
} as const satisfies Readonly<Record<string, Speaker>>;

/** Synthetic Vietnamese speech with a pause after each sentence, repeated, digital zero in the pauses; any level. */
export type Voice = Readonly<Record<keyof typeof SPEAKERS, Signal>>;

/** Makes the voices with espeak-ng and ffmpeg, which must be installed. */
export async function makeVoice(): Promise<Voice> {
  const dir = await mkdtemp(join(tmpdir(), 'diem-cau-voice-'));
  try {
    const { near, far, woman, low, hurried } = SPEAKERS;
    return {
      near: await spoken(near, dir),
      far: await spoken(far, dir),
      woman: await spoken(woman, dir),
      low: await spoken(low, dir),
      hurried: await spoken(hurried, dir),
    };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A voice at that active speech level (RMS of what is not a pause), dBFS. */
export function speechAt(voice: Signal, dbfs: number): Signal {
  const powers: number[] = [];
  for (let start = 0; start + FRAME <= voice.length; start += FRAME) {
    const frame = voice.subarray(start, start + FRAME);
    powers.push(frame.reduce((sum, sample) => sum + sample * sample, 0) / FRAME);
  }
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0);
  const active = powers.filter((power) => power > loudest * 10 ** (-PAUSE_BELOW_DB / 10));
  const rms = Math.sqrt(active.reduce((sum, power) => sum + power, 0) / active.length);
  const gain = gainOf(dbfs);
  return voice.map((sample) => (sample * gain) / rms);
}

async function spoken(speaker: Speaker, dir: string): Promise<Signal> {
  const pieces: Float32Array[] = [];
  for (const sentence of speaker.sentences) pieces.push(await sentenceOf(sentence, speaker, dir));
  const signal = zeros();
  for (let at = 0, turn = 0; at < signal.length; turn++) {
    const piece = pieces[turn % pieces.length] ?? new Float32Array(0);
    signal.set(piece.subarray(0, signal.length - at), at);
    at += piece.length + Math.round(speaker.pause * SOUND_RATE);
  }
  return signal;
}

async function sentenceOf(sentence: string, { voice, pitch, speed }: Speaker, dir: string): Promise<Float32Array> {
  const wav = join(dir, 'sentence.wav');
  const raw = join(dir, 'sentence.f32');
  const manner = ['-v', voice, '-p', String(pitch), '-s', String(speed)];
  await run('espeak-ng', [...manner, '-w', wav, sentence], { timeout: TIMEOUT_MS });
  const output = ['-ar', String(SOUND_RATE), '-ac', '1', '-f', 'f32le', raw];
  await run('ffmpeg', ['-loglevel', 'error', '-nostdin', '-y', '-i', wav, ...output], { timeout: TIMEOUT_MS });
  const bytes = await readFile(raw);
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readFloatLE(at * 4));
}
