import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gainOf, type Signal, SOUND_RATE, zeros } from './signal.ts';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;
const PAUSE_SECONDS = 0.7;
const FRAME = 0.02 * SOUND_RATE;
/** A frame this far below the loudest one is a pause, not speech. */
const PAUSE_BELOW_DB = 25;

const SENTENCES = {
  near: ['Xin chào.', 'Đây là điểm cầu xã.', 'Chúng tôi đang kiểm tra âm thanh trước cuộc họp.'],
  far: ['Anh ơi, cho tôi hỏi phòng họp ở đâu.', 'Tầng hai, bên tay trái.'],
} as const;

/** Synthetic Vietnamese speech with a pause after each sentence, repeated, digital zero in the pauses; any level. */
export type Voice = Readonly<Record<keyof typeof SENTENCES, Signal>>;

/** Makes both voices with espeak-ng and ffmpeg, which must be installed. */
export async function makeVoice(): Promise<Voice> {
  const dir = await mkdtemp(join(tmpdir(), 'diem-cau-voice-'));
  try {
    return { near: await spoken(SENTENCES.near, 'vi', dir), far: await spoken(SENTENCES.far, 'vi+f3', dir) };
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
  return voice.map((sample) => (sample * gainOf(dbfs)) / rms);
}

async function spoken(sentences: readonly string[], voice: string, dir: string): Promise<Signal> {
  const pieces: Float32Array[] = [];
  for (const sentence of sentences) pieces.push(await sentenceOf(sentence, voice, dir));
  const signal = zeros();
  for (let at = 0, turn = 0; at < signal.length; turn++) {
    const piece = pieces[turn % pieces.length] ?? new Float32Array(0);
    signal.set(piece.subarray(0, signal.length - at), at);
    at += piece.length + PAUSE_SECONDS * SOUND_RATE;
  }
  return signal;
}

async function sentenceOf(sentence: string, voice: string, dir: string): Promise<Float32Array> {
  const wav = join(dir, 'sentence.wav');
  const raw = join(dir, 'sentence.f32');
  await run('espeak-ng', ['-v', voice, '-s', '150', '-w', wav, sentence], { timeout: TIMEOUT_MS });
  const output = ['-ar', String(SOUND_RATE), '-ac', '1', '-f', 'f32le', raw];
  await run('ffmpeg', ['-loglevel', 'error', '-nostdin', '-y', '-i', wav, ...output], { timeout: TIMEOUT_MS });
  const bytes = await readFile(raw);
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readFloatLE(at * 4));
}
