/** Reads the brightness of a picture on a coarse grid. The returned array is the caller's to keep. */
export type LumaReader = (picture: CanvasImageSource) => Uint8Array;

/** Size of the usual grid. */
export const GRID_WIDTH = 160;
export const GRID_HEIGHT = 90;

/**
 * Points, not averages: a picture is only the same as the one before when its very pixels are. `smooth` takes averages
 * instead, for a small picture with the edges of the large one.
 * Going through a canvas, every pixel format and colour range of a camera comes out as 0 black … 255 white.
 */
export function createLumaReader(width = GRID_WIDTH, height = GRID_HEIGHT, smooth = false): LumaReader {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.imageSmoothingEnabled = smooth;
  context.imageSmoothingQuality = 'medium';
  return (picture) => {
    context.drawImage(picture, 0, 0, width, height);
    return lumaOf(context.getImageData(0, 0, width, height).data);
  };
}

/** RGBA bytes → luma bytes (ITU-R BT.709 weights). */
export function lumaOf(rgba: Uint8ClampedArray): Uint8Array {
  const luma = new Uint8Array(rgba.length / 4);
  for (let at = 0; at < luma.length; at++) {
    const red = rgba[at * 4] ?? 0;
    const green = rgba[at * 4 + 1] ?? 0;
    const blue = rgba[at * 4 + 2] ?? 0;
    luma[at] = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  return luma;
}
