import { describe, expect, it } from 'vitest';
import { DOMAIN_ROWS } from './domain-rows.ts';
import { readingOf } from './row.ts';

describe.each(['composition', 'presence', 'verification', 'connection', 'record'] as const)('%s', (axis) => {
  it.each(DOMAIN_ROWS.filter((row) => row.axis === axis).map((row) => [row.sentence, row] as const))(
    '%s',
    (_sentence, row) => {
      expect(readingOf(row)).toEqual(row.expected);
    },
  );
});

it('names each row once', () => {
  const names = DOMAIN_ROWS.map(({ axis, sentence }) => `${axis}: ${sentence}`);
  expect(new Set(names).size).toBe(names.length);
});
