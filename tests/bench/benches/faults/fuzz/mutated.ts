import fc from 'fast-check';
import { nasty } from './nasty.ts';

/** A value, and what one or two of its places become. Half of the time it stays as it is: what is valid must be taken too. */
export function mutated(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const one = fc.tuple(fc.nat(), nasty, fc.constantFrom('put', 'put', 'put', 'drop', 'add'));
  return fc.oneof(
    { weight: 1, arbitrary: valid },
    {
      weight: 3,
      arbitrary: fc
        .tuple(valid, fc.array(one, { minLength: 1, maxLength: 2 }))
        .map(([value, changes]) =>
          changes.reduce(
            (now, [at, what, how]) => changedAt(now, at, structuredClone(what), how),
            structuredClone(value),
          ),
        ),
    },
    { weight: 1, arbitrary: nasty },
  );
}

type How = 'put' | 'drop' | 'add';
type Box = Record<string, unknown>;

function changedAt(value: unknown, at: number, what: unknown, how: How): unknown {
  const places: { readonly box: Box; readonly key: string }[] = [];
  collect(value, places);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return what;
  if (how === 'drop') delete place.box[place.key];
  else if (how === 'add')
    Object.defineProperty(place.box, addedName(at), {
      value: what,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else place.box[place.key] = what;
  return value;
}

function addedName(at: number): string {
  return ['__proto__', 'constructor', 'extra', '0', 'id', 'role'][at % 6] ?? 'extra';
}

function collect(value: unknown, places: { box: Box; key: string }[]): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  const box = value as Box;
  for (const key of Object.keys(box)) {
    places.push({ box, key });
    if (places.length < 400) collect(box[key], places);
  }
}
