import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CorpusPicture } from './pictures.ts';

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
  vp8: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '1M', '-g', '60'],
  'coarse-mjpeg': ['-c:v', 'mjpeg', '-q:v', '7'],
} as const;

/**
 * Makes a picture of the corpus as a file for Chromium's fake camera.
 * Uncompressed (40 MB a second): Chromium must not be busy with decoding what a camera would send.
 * @param dir an existing folder; the file is named after the picture
 * @returns the path of a y4m file, which says its own rate
 */
export async function makeCorpusPicture(name: string, picture: CorpusPicture, dir: string): Promise<string> {
  const { source, via } = picture;
  const length = ['-t', String(SECONDS)];
  const file = join(dir, `${name}.y4m`);
  const output = ['-pix_fmt', 'yuv420p', file];
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

/** Steps back behind everything else: it may run while a check counts frames. */
async function ffmpeg(...args: string[]): Promise<void> {
  const quietly = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', '-threads', '1', '-filter_threads', '1'];
  const running = run('ffmpeg', [...quietly, ...args], { timeout: TIMEOUT_MS });
  if (running.child.pid !== undefined) setPriority(running.child.pid, constants.priority.PRIORITY_LOW);
  await running;
}
