import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EnrolmentCode } from '../../../shared/protocol/enrolment.ts';
import { formatEnrolmentCode, parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';

const base64Url = (length: number) =>
  fc.stringMatching(/^[\w-]+$/, { size: 'medium' }).map((text) => text.padEnd(length, 'A').slice(0, length));
const codes: fc.Arbitrary<EnrolmentCode> = fc.record(
  {
    hub: fc.webUrl({ validSchemes: ['https'] }).filter((url) => url.length <= 300 && URL.canParse(url)),
    point: fc.stringMatching(/^[0-9A-Za-z-]{1,32}$/),
    secret: base64Url(43),
    pin: base64Url(43),
  },
  { requiredKeys: ['hub', 'point', 'secret'] },
);

test('what was written is read again, also broken over lines by a mail program', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const text = formatEnrolmentCode(code);
      expect(text).toMatch(/^DC1\.[\w-]+$/);
      expect(parseEnrolmentCode(text)).toEqual(code);
      expect(parseEnrolmentCode(`  ${text.replace(/(.{20})/g, '$1\r\n ')}\n`)).toEqual(code);
    }),
  );
});

test('is the base64url that everybody else writes', () => {
  const code = { hub: 'https://hub.example:7443', point: '23629', secret: 'S'.repeat(22) };
  const text = formatEnrolmentCode(code);
  expect(JSON.parse(globalThis.atob(text.slice(4).replace(/-/g, '+').replace(/_/g, '/')))).toEqual(code);
});

test('anything else is no code', () => {
  const text = formatEnrolmentCode({ hub: 'https://hub.example', point: '1', secret: 'S'.repeat(22) });
  for (const wrong of [
    '',
    'DC1.',
    text.slice(4),
    text.replace('DC1', 'DC2'),
    text.slice(0, -5),
    `${text}!`,
    'DC1.e30',
  ]) {
    expect(parseEnrolmentCode(wrong)).toBeNull();
  }
  fc.assert(fc.property(fc.string(), (noise) => parseEnrolmentCode(`DC1.${noise}`) === null));
});
