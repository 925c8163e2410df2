import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;
const WIDTH = 320;
const HEIGHT = 240;
const BYTES = WIDTH * HEIGHT * 4;

/** The first seconds of a picture's file as RGBA frames of 320x240, ten a second. */
export async function readRgbaFrames(file: string, seconds: number): Promise<readonly Uint8Array[]> {
  const filters = `fps=10,scale=${WIDTH}:${HEIGHT}`;
  const input = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-t', String(seconds), '-i', file];
  const { stdout } = await run('ffmpeg', [...input, '-vf', filters, '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'], {
    encoding: 'buffer',
    maxBuffer: seconds * 11 * BYTES,
    timeout: TIMEOUT_MS,
  });
  return Array.from({ length: Math.floor(stdout.length / BYTES) }, (_, at) =>
    stdout.subarray(at * BYTES, (at + 1) * BYTES),
  );
}
