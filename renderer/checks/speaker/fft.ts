/** A complex spectrum or signal: real and imaginary parts, the same length, a power of two. */
export interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** A real signal padded with zeros to `size`. */
export function padded(samples: Float32Array, size: number): Complex {
  const re = new Float64Array(size);
  re.set(samples);
  return { re, im: new Float64Array(size) };
}

/** Forward transform in place (Cooley and Tukey, radix 2). */
export function fft({ re, im }: Complex): void {
  const size = re.length;
  permute(re, im);
  for (let half = 1; half < size; half *= 2) {
    const step = -Math.PI / half;
    for (let k = 0; k < half; k++) {
      const cos = Math.cos(step * k);
      const sin = Math.sin(step * k);
      for (let at = k; at < size; at += half * 2) butterfly(re, im, at, at + half, cos, sin);
    }
  }
}

/** Inverse transform in place, scaled so that it undoes `fft`. */
export function inverseFft({ re, im }: Complex): void {
  fft({ re: im, im: re });
  for (let at = 0; at < re.length; at++) {
    re[at] = (re[at] ?? 0) / re.length;
    im[at] = (im[at] ?? 0) / re.length;
  }
}

function butterfly(re: Float64Array, im: Float64Array, one: number, two: number, cos: number, sin: number): void {
  const twoRe = re[two] ?? 0;
  const twoIm = im[two] ?? 0;
  const turnedRe = twoRe * cos - twoIm * sin;
  const turnedIm = twoRe * sin + twoIm * cos;
  const oneRe = re[one] ?? 0;
  const oneIm = im[one] ?? 0;
  re[two] = oneRe - turnedRe;
  im[two] = oneIm - turnedIm;
  re[one] = oneRe + turnedRe;
  im[one] = oneIm + turnedIm;
}

/** Bit-reversed order. */
function permute(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  for (let at = 1, reversed = 0; at < size; at++) {
    let bit = size >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (at >= reversed) continue;
    swap(re, at, reversed);
    swap(im, at, reversed);
  }
}

function swap(values: Float64Array, one: number, two: number): void {
  const kept = values[one] ?? 0;
  values[one] = values[two] ?? 0;
  values[two] = kept;
}
