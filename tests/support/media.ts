import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;
const FPS = 30;

/** Cameras that never existed: what each shows, as an ffmpeg source of 1280x720. */
const PICTURES = {
  /** A lively, sharp, well-lit picture with a little sensor noise. */
  normal: `testsrc2=size=1280x720:rate=${FPS},noise=alls=6:allf=t`,
  /** Lens cap, or switched off: black with sensor noise. */
  black: `color=black:size=1280x720:rate=${FPS},noise=alls=3:allf=t`,
  /** Exactly black. */
  'pure-black': `color=black:size=1280x720:rate=${FPS}`,
  /** One and the same frame, for ever. */
  frozen: `testsrc2=size=1280x720:rate=${FPS},loop=loop=-1:size=1:start=0`,
  /** A room with hardly any light. */
  dark: `testsrc2=size=1280x720:rate=${FPS},lutyuv=y=16+(val-16)*0.08:u=128:v=128,noise=alls=4:allf=t`,
  /** A lamp into the lens. */
  overexposed: `testsrc2=size=1280x720:rate=${FPS},lutyuv=y='min(235,val+190)':u=128:v=128,noise=alls=3:allf=t`,
  /** A cloth over the lens: one colour, with sensor noise. */
  covered: `color=0x6b4a3a:size=1280x720:rate=${FPS},noise=alls=4:allf=t`,
  /** Out of focus. */
  blurred: `testsrc2=size=1280x720:rate=${FPS},gblur=sigma=18,noise=alls=3:allf=t`,
} as const;

export type PictureKind = keyof typeof PICTURES;

/**
 * Makes a camera's picture as an mjpeg file for Chromium's fake camera, which plays it in a loop.
 * @param dir an existing folder; the file is named after the kind, and after the size where one is asked for
 * @param size as `640x480`: the mode the camera then gives
 * @returns the file's absolute path (when `dir` is absolute)
 */
export async function makePicture(kind: PictureKind, dir: string, seconds = 3, size?: string): Promise<string> {
  const file = join(dir, `${kind}${size ?? ''}.mjpeg`);
  const picture = PICTURES[kind].replace('1280x720', size ?? '1280x720');
  const input = ['-f', 'lavfi', '-i', picture, '-t', String(seconds)];
  await ffmpeg(...input, '-c:v', 'mjpeg', '-q:v', '4', '-pix_fmt', 'yuvj420p', '-f', 'mjpeg', file);
  return file;
}

/** Sounds that need no voice, as ffmpeg sources; levels are peaks in dBFS unless said otherwise. */
const SOUNDS = {
  /** Exact digital zero: muted by a switch, or dead. */
  silence: 'anullsrc=r=48000:cl=mono',
  /** A quiet room nobody speaks in: pink noise near −65 dBFS RMS. */
  'room-tone': 'anoisesrc=r=48000:color=pink:amplitude=0.0035:seed=1',
  /** A loud fan: pink noise near −30 dBFS RMS. */
  noise: 'anoisesrc=r=48000:color=pink:amplitude=0.2:seed=1',
  /** Mains hum and its harmonics, near −30 dBFS. */
  hum: "aevalsrc='0.03*sin(2*PI*50*t)+0.02*sin(2*PI*100*t)+0.01*sin(2*PI*150*t)':s=48000",
  /** 1 kHz at −20 dBFS. */
  tone: "aevalsrc='0.1*sin(2*PI*1000*t)':s=48000",
} as const;

export type SoundKind = keyof typeof SOUNDS;

/** Makes a mono 48 kHz 16-bit WAV file, named after the kind. Returns its path. */
export async function makeSound(kind: SoundKind, dir: string, seconds = 10): Promise<string> {
  const file = join(dir, `${kind}.wav`);
  await ffmpeg('-f', 'lavfi', '-i', SOUNDS[kind], '-t', String(seconds), '-c:a', 'pcm_s16le', '-ac', '1', file);
  return file;
}

export interface SpeechOptions {
  readonly seconds?: number;
  /** Against normal speech (peaks near −9 dBFS): negative for a weak microphone, +20 and more to clip. */
  readonly gainDb?: number;
}

/**
 * Somebody speaks in a quiet room, pauses in between: a synthetic Vietnamese voice over room tone, mono 48 kHz 16-bit.
 * The room is quiet for the first 2 s, which is when a microphone's noise floor is taken.
 */
export async function makeSpeech(dir: string, options: SpeechOptions = {}): Promise<string> {
  const { seconds = 12, gainDb = 0 } = options;
  const voice = join(dir, `voice${gainDb}.wav`);
  const file = join(dir, `speech${gainDb === 0 ? '' : gainDb}.wav`);
  const words = 'Xin chào. Đây là điểm cầu xã. Chúng tôi đang kiểm tra âm thanh trước cuộc họp.';
  await run('espeak-ng', ['-v', 'vi', '-s', '150', '-w', voice, words], { timeout: TIMEOUT_MS });
  const speech = `[0]aresample=48000,volume=${gainDb - 9}dB,aloop=loop=-1:size=480000,adelay=2000[v]`;
  const mix = `${speech};[v][1]amix=inputs=2:normalize=0:duration=longest[out]`;
  const inputs = ['-i', voice, '-f', 'lavfi', '-i', SOUNDS['room-tone']];
  const output = ['-map', '[out]', '-t', String(seconds), '-c:a', 'pcm_s16le', '-ac', '1'];
  await ffmpeg(...inputs, '-filter_complex', mix, ...output, file);
  return file;
}

async function ffmpeg(...args: string[]): Promise<void> {
  await run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...args], { timeout: TIMEOUT_MS });
}
