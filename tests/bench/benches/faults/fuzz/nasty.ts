import fc from 'fast-check';

const RTL = '\u202e';
const ZERO_WIDTH = '\u200b\u200d\ufeff';

/** Text that looks harmless, or that somebody once forgot to think of. */
export const NASTY_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\r\nSet-Cookie: a=b',
  `Nguyễn${RTL}Văn A`,
  `Họp${ZERO_WIDTH}giao ban`,
  'e\u0323\u0302'.repeat(40),
  '\ud800',
  '\udc00\ud800',
  '\u{10ffff}',
  'İıſK',
  '🧑‍🧑‍🧒‍🧒'.repeat(30),
  "=cmd|'/c calc'!A1",
  '+1+1',
  '@SUM(A1)',
  '\t=1',
  "' or 1=1 --",
  '"; drop table points; --',
  '%s%n%x',
  '%',
  '%_%',
  '%00',
  '%ff%fe',
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '\u0024{7*7}',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-1',
  '1e999',
  '0x10',
  '9007199254740993',
  '2026-02-30',
  '2026-01-31T25:61:00+99:00',
  '+275760-09-13T00:00:00.001Z',
  'http://127.0.0.1:1/',
  'javascript:alert(1)',
  'eyJhbGciOiJub25lIn0.e30.',
  'a.b.c',
  'x'.repeat(65),
  'x'.repeat(70_000),
  '(a+)+$'.repeat(50),
  `${'a'.repeat(5000)}!`,
  ' '.repeat(20_000),
];

const NASTY_NUMBERS: readonly number[] = [
  ...[0, -0, -1, 0.5, 1e-320, 1e21, 1e308, -1e308, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63, -(2 ** 63)],
  ...[8.64e15, 8.64e15 + 1, Number.MAX_VALUE, Number.MIN_VALUE],
];

/** What is put in the place of a value: of another type, too large, too deep, or with names that mean something to JavaScript. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.constantFrom(...NASTY_NUMBERS),
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], [{}]),
  fc.constantFrom<unknown>(...shapes()),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 2 }),
);

function shapes(): readonly unknown[] {
  return [
    JSON.parse('{"__proto__":{"admin":true,"role":"admin"}}'),
    JSON.parse('{"constructor":{"prototype":{"admin":true}}}'),
    { toString: 1, valueOf: 1, hasOwnProperty: 1 },
    JSON.parse('{"then":1}'),
    { length: 1e9 },
    deep(300),
    Array.from({ length: 6000 }, (_, index) => index),
    Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`k${index}`, index])),
  ];
}

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
