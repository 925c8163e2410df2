import { COLOURS, COUNTER_BITS, markerCells } from './marker.ts';

const CELL = 24;

/** Puts the counting marker into a corner of the page and keeps it moving. @returns its removal. */
export function showMarker(page: Document = document): () => void {
  const canvas = page.createElement('canvas');
  canvas.width = markerCells(0).length * CELL;
  canvas.height = CELL;
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { position: 'fixed', right: '0', bottom: '0', zIndex: '2147483647', width: 'auto' });
  page.body.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no 2D canvas');
  let count = 0;
  let request = 0;
  const draw = (): void => {
    count = (count + 1) % (1 << COUNTER_BITS);
    for (const [at, colour] of markerCells(count).entries()) {
      context.fillStyle = `rgb(${COLOURS[colour].join(',')})`;
      context.fillRect(at * CELL, 0, CELL, CELL);
    }
    request = requestAnimationFrame(draw);
  };
  draw();
  return () => {
    cancelAnimationFrame(request);
    canvas.remove();
  };
}
