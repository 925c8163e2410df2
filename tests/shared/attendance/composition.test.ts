import { describe, expect, it } from 'vitest';
import { compositionOf } from '../../../shared/attendance/composition.ts';

const person = { id: 'a', fullName: 'Đại biểu mẫu', title: 'Chủ tịch UBND xã' };
const letter = { documentNumber: '12/GUQ-UBND', signer: 'Đại biểu mẫu', reason: 'đi công tác' };

describe('composition, as the sign-in says it', () => {
  it.each([
    ['nobody signed in', null, 'undetermined'],
    ['nobody was designated', { person, designatedPersonId: null, substitution: null }, 'undetermined'],
    ['the designated person', { person, designatedPersonId: 'a', substitution: null }, 'right'],
    [
      'a deputy by assignment',
      { person, designatedPersonId: 'b', substitution: { basis: 'assignment', ...letter } },
      'deputy-by-assignment',
    ],
    [
      'a substitute by letter',
      { person, designatedPersonId: 'b', substitution: { basis: 'authorisation', ...letter } },
      'substitute-pending',
    ],
  ] as const)('%s', (_name, signIn, expected) => {
    expect(compositionOf(signIn)).toBe(expected);
  });
});
