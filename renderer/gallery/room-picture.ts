import { histogramOf } from '../checks/camera/histogram.ts';
import type { Still } from '../checks/camera/still.ts';
import { createLumaReader } from '../checks/media/luma-grid.ts';

const WIDTH = 480;
const HEIGHT = 270;

/** What a camera would show where a card gives this reason, as a canvas filter; a good picture for all others. */
const FILTERS: Readonly<Record<string, string>> = {
  black: 'brightness(0.02)',
  covered: 'brightness(0.16) blur(24px)',
  flat: 'contrast(0.02)',
  dark: 'brightness(0.18)',
  'over-exposed': 'brightness(2.6)',
  blurred: 'blur(6px)',
};

/** A drawn meeting room as a camera's last picture. */
export function roomStill(reason: string, takenAt: number): Still {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.filter = FILTERS[reason] ?? 'none';
  context.drawImage(room(reason === 'backlight'), 0, 0);
  const histogram = histogramOf(createLumaReader()(canvas));
  return { picture: canvas.transferToImageBitmap(), histogram, takenAt };
}

/** The same room as a live picture of one frame. */
export function roomStream(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  const stream = canvas.captureStream();
  context?.drawImage(room(false), 0, 0);
  return stream;
}

function room(backlit: boolean): OffscreenCanvas {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  const paint = (color: string, ...[x, y, width, height]: [number, number, number, number]): void => {
    context.fillStyle = color;
    context.fillRect(x, y, width, height);
  };
  paint('#b9b2a4', 0, 0, WIDTH, HEIGHT);
  paint(backlit ? '#ffffff' : '#cfe0ea', 20, 20, 440, 130);
  paint('#a83a32', 190, 30, 100, 34);
  paint('#6b5138', 0, 215, WIDTH, 55);
  for (const [index, x] of [90, 240, 390].entries()) {
    paint(backlit ? '#1b1d22' : (['#2c3e57', '#3d4a3a', '#4a3547'][index] ?? '#333'), x - 38, 150, 76, 70);
    context.fillStyle = backlit ? '#241f1d' : '#c99a78';
    context.beginPath();
    context.arc(x, 124, 25, 0, 7);
    context.fill();
    paint('#e8e4da', x - 24, 222, 48, 16);
  }
  return canvas;
}
