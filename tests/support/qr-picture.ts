import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import qrcode from 'qrcode-generator';

const run = promisify(execFile);
const WIDTH = 1280;
const HEIGHT = 720;

/** A camera before which somebody holds a sheet with `text` as a QR code: an mjpeg file for Chromium's fake camera. Its path. */
export async function makeQrPicture(text: string, dir: string): Promise<string> {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const side = Math.floor((HEIGHT - 60) / (modules + 8));
  const left = Math.floor((WIDTH - side * modules) / 2);
  const top = Math.floor((HEIGHT - side * modules) / 2);
  const pixels = Buffer.alloc(WIDTH * HEIGHT, 225);
  for (let y = 0; y < side * modules; y += 1) {
    for (let x = 0; x < side * modules; x += 1) {
      if (code.isDark(Math.floor(y / side), Math.floor(x / side))) pixels[(top + y) * WIDTH + left + x] = 25;
    }
  }
  const still = join(dir, 'sheet.pgm');
  const file = join(dir, 'sheet.mjpeg');
  writeFileSync(still, Buffer.concat([Buffer.from(`P5 ${WIDTH} ${HEIGHT} 255\n`), pixels]));
  const picture = 'noise=alls=6:allf=t,gblur=sigma=0.6';
  const input = ['-loop', '1', '-framerate', '15', '-i', still, '-t', '2', '-vf', picture];
  const output = ['-c:v', 'mjpeg', '-q:v', '5', '-pix_fmt', 'yuvj420p', '-f', 'mjpeg', file];
  await run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...input, ...output]);
  return file;
}
