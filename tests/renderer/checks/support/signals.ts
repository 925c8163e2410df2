export const RATE = 48_000;

/** Generated sound, −1 … 1 at `RATE`. The noise is white, the same at each call with the same seed. */
export function silence(seconds: number): Float32Array {
  return new Float32Array(Math.round(seconds * RATE));
}

export function sine(seconds: number, hz: number, amplitude: number): Float32Array {
  return silence(seconds).map((_, at) => amplitude * Math.sin((2 * Math.PI * hz * at) / RATE));
}

export function noise(seconds: number, deviation: number, seed = 1): Float32Array {
  const random = generator(seed);
  // The sum of four even numbers in −1 … 1 has a deviation of 2/√3.
  const gaussian = (): number => (random() + random() + random() + random()) * (Math.sqrt(3) / 2);
  return silence(seconds).map(() => deviation * gaussian());
}

/** Park and Miller's generator, −1 … 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state / 2_147_483_647) * 2 - 1;
  };
}
