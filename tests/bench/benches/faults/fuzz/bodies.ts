import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { NASTY_TEXTS } from './nasty.ts';

/** What is sent as the body of a request. */
export interface Body {
  readonly type: string;
  readonly bytes: Buffer;
  readonly encoding?: string;
}

const JSON_TYPE = 'application/json';
const TYPES = [
  ...['text/plain', 'text/csv', 'application/gzip', 'application/octet-stream', 'multipart/form-data; boundary=x'],
  ...['application/x-www-form-urlencoded', 'application/json; charset=utf-16', 'application/JSON ', 'x', '*/*'],
];
/** A byte more than Fastify takes where a route says nothing. */
const TOO_LARGE = 1024 * 1024 + 1;

/** A JSON body, now and then spoilt on its way: cut, in another encoding, said to be something else. */
export function jsonBody(value: fc.Arbitrary<unknown>): fc.Arbitrary<Body> {
  const whole = value.map((of): Body => ({ type: JSON_TYPE, bytes: Buffer.from(JSON.stringify(of) ?? '') }));
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    {
      weight: 2,
      arbitrary: fc.tuple(whole, fc.nat(), fc.constantFrom(...SPOILING)).map(([b, at, spoil]) => spoil(b, at)),
    },
  );
}

type Spoil = (body: Body, at: number) => Body;
const SPOILING: readonly Spoil[] = [
  ({ type, bytes }, at) => ({ type, bytes: bytes.subarray(0, at % (bytes.length + 1)) }),
  ({ type, bytes }, at) => ({ type, bytes: flipped(bytes, at) }),
  ({ bytes }, at) => ({ type: TYPES[at % TYPES.length] ?? 'x', bytes }),
  ({ type, bytes }) => ({ type, bytes: Buffer.concat([Buffer.from('\ufeff'), bytes]) }),
  ({ type, bytes }) => ({ type, bytes: Buffer.from(bytes.toString(), 'utf16le') }),
  ({ type, bytes }) => ({ type, bytes: gzipSync(bytes), encoding: 'gzip' }),
  ({ type, bytes }) => ({ type, bytes: Buffer.concat([bytes, bytes]) }),
  ({ type }, at) => ({ type, bytes: Buffer.from('['.repeat(at % 5 === 0 ? 100_000 : 50)) }),
  ({ type }, at) => ({ type, bytes: Buffer.alloc(at % 20 === 0 ? TOO_LARGE : 10, '1') }),
  ({ type }) => ({ type, bytes: Buffer.from('{"a":1,"a":{"__proto__":{"x":1}}}') }),
];

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  const place = at % Math.max(1, changed.length);
  if (changed.length > 0) changed[place] = (changed[place] ?? 0) ^ (1 << (at % 8));
  return changed;
}

/** Files of these types: a real one of some of them, whole, cut or with a bit turned, or no such file at all. */
export function fileBody(types: readonly string[], samples: readonly Buffer[]): fc.Arbitrary<Body> {
  const real = fc.constantFrom(...samples, ...csvSamples());
  const bytes = fc.oneof(
    real,
    fc.tuple(real, fc.nat()).map(([file, at]) => file.subarray(0, at % (file.length + 1))),
    fc.tuple(real, fc.nat()).map(([file, at]) => flipped(file, at)),
    fc.uint8Array({ maxLength: 200 }).map((some) => Buffer.from(some)),
  );
  return fc.tuple(fc.constantFrom(...types, ...types, ...TYPES), bytes).map(([type, of]) => ({ type, bytes: of }));
}

function csvSamples(): readonly Buffer[] {
  const cells = NASTY_TEXTS.filter((text) => text.length < 100).map((text) => JSON.stringify(text));
  return [
    Buffer.from(`point,designated\n1,chu-tich\n`),
    Buffer.from(`code,name,kind\n9,Xã 9,commune\n`),
    Buffer.from(`code;name;kind\r\n${cells.map((cell) => `${cell};${cell};${cell}`).join('\r\n')}`),
    Buffer.from(`\ufeffpoint,designated,composition\n${cells.map((cell) => `1,${cell},${cell}`).join('\n')}`),
    Buffer.from('code,name,kind\n'.repeat(3), 'utf16le'),
    Buffer.from('"unclosed\n1,2'),
    Buffer.from([0xff, 0xfe, 0x00, 0x41]),
  ];
}
