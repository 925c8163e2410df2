import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CorpusPicture } from './pictures.ts';
import { FPS } from './room.ts';

const run = promisify(execFile);
const TIMEOUT_MS = 120_000;
/** Longer than a check watches: the fake camera starts a file again from its beginning, which is a change. */
const SECONDS = 6;

/** What lies between a camera and us. The video encoders draw a key frame anew every half second or second. */
const ENCODERS = {
  h264: [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-tune',
    'zerolatency',
    '-b:v',
    '1M',
    '-maxrate',
    '1M',
    '-bufsize',
    '500k',
    '-g',
    '30',
  ],
  mpeg2: ['-c:v', 'mpeg2video', '-b:v', '2M', '-maxrate', '2M', '-bufsize', '1M', '-g', '15'],
  'coarse-mjpeg': ['-vf', 'setparams=range=pc', '-c:v', 'mjpeg', '-q:v', '7', '-pix_fmt', 'yuvj420p'],
} as const;

/** Chromium's fake camera reads a JPEG's luma as 16 … 235, not as 0 … 255: so it is written that way, unscaled. */
const MJPEG = ['-vf', 'setparams=range=pc', '-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj420p', '-f', 'mjpeg'];

/**
 * Makes a picture of the corpus as a file for Chromium's fake camera.
 * @param dir an existing folder; the file is named after the picture
 * @returns the file's path: mjpeg, which Chromium plays at 30 fps, or y4m, which says its own rate
 */
export async function makeCorpusPicture(name: string, picture: CorpusPicture, dir: string): Promise<string> {
  const { source, via, fps = FPS } = picture;
  const length = ['-t', String(SECONDS)];
  const file = join(dir, `${name}.${fps === FPS ? 'mjpeg' : 'y4m'}`);
  const output = fps === FPS ? [...MJPEG, file] : [file];
  if (via === undefined) {
    await ffmpeg('-f', 'lavfi', '-i', source, ...length, ...output);
    return file;
  }
  const encoded = join(dir, `${name}.mkv`);
  await ffmpeg('-f', 'lavfi', '-i', source, ...length, ...ENCODERS[via], encoded);
  await ffmpeg('-i', encoded, ...output);
  await rm(encoded);
  return file;
}

async function ffmpeg(...args: string[]): Promise<void> {
  await run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...args], { timeout: TIMEOUT_MS });
}
