import { COLOURS, COUNTER_BITS, markerCells } from './marker.ts';
import { GAP_LUMA, STROKE_LUMA, STROKE_PX } from './strokes.ts';

const CELL = 24;

/** Puts the counting marker, with strokes as of small text above it, into a corner of the page. @returns its removal. */
export function showMarker(page: Document = document): () => void {
  const canvas = page.createElement('canvas');
  canvas.width = markerCells(0).length * CELL;
  canvas.height = 2 * CELL;
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { position: 'fixed', right: '0', bottom: '0', zIndex: '2147483647', width: 'auto' });
  page.body.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no 2D canvas');
  drawStrokes(context, canvas.width);
  let count = 0;
  let request = 0;
  const draw = (): void => {
    count = (count + 1) % (1 << COUNTER_BITS);
    for (const [at, colour] of markerCells(count).entries()) {
      context.fillStyle = `rgb(${COLOURS[colour].join(',')})`;
      context.fillRect(at * CELL, CELL, CELL, CELL);
    }
    request = requestAnimationFrame(draw);
  };
  draw();
  return () => {
    cancelAnimationFrame(request);
    canvas.remove();
  };
}

/** Upright strokes over the whole width. */
function drawStrokes(context: CanvasRenderingContext2D, width: number): void {
  context.fillStyle = grey(GAP_LUMA);
  context.fillRect(0, 0, width, CELL);
  context.fillStyle = grey(STROKE_LUMA);
  for (let x = 0; x < width; x += 2 * STROKE_PX) context.fillRect(x, 0, STROKE_PX, CELL);
}

function grey(luma: number): string {
  return `rgb(${luma},${luma},${luma})`;
}
