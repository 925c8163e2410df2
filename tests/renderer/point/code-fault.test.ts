import { describe, expect, it } from 'vitest';
import { codeFault } from '../../../renderer/point/first-start/code-fault.ts';
import { formatEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';

const CODE = formatEnrolmentCode({ hub: 'https://hop.tinh.vn:7443', point: '23638', secret: 'x'.repeat(22) });

describe('a code while it is typed', () => {
  it.each([
    ['nothing', '', null],
    ['its first letters', 'DC', null],
    ['the beginning of one', CODE.slice(0, 20), null],
    ['a whole one', CODE, null],
    ['one with line breaks from pasting', ` ${CODE.slice(0, 50)}\n${CODE.slice(50)} `, null],
    ['one without its end', CODE.slice(0, -3), 'incomplete'],
    ['one with a wrong letter', `${CODE.slice(0, 30)}!${CODE.slice(31)}`, 'incomplete'],
    ['an address instead', 'https://hop.tinh.vn', 'other-text'],
    ['a PIN code instead', '1234 5678', 'other-text'],
  ])('%s', (_name, text, fault) => {
    expect(codeFault(text)).toBe(fault);
  });
});
