import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_MARKS, readSeal, sealLink, sealOf, sealText } from '../../../shared/minutes/seal.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const hash = fc.string({ minLength: 1 }).map(sha256);
const meetingId = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }).filter((id) => id.trim() === id);

describe('the seal of a record', () => {
  it('is read back from its link as it was', () => {
    fc.assert(
      fc.property(meetingId, fc.array(hash, { maxLength: 40 }), (meeting, hashes) => {
        const seal = sealOf(meeting, '21553', hashes, sha256);
        expect(readSeal(sealLink('https://10.1.2.3:8443/', seal))).toEqual(seal);
        expect(readSeal(` ${sealText(seal)}\n`)).toEqual(seal);
      }),
    );
  });

  it('is the same in whatever order and however often the entries are told', () => {
    fc.assert(
      fc.property(fc.array(hash, { minLength: 1, maxLength: 20 }), (hashes) => {
        const told = [...hashes, ...hashes].reverse();
        expect(sealOf('m', '1', told, sha256)).toEqual(sealOf('m', '1', hashes, sha256));
      }),
    );
  });

  it('names no single entries where the code would grow too dense', () => {
    const many = Array.from({ length: MOST_MARKS + 1 }, (_, at) => sha256(`${at}`));
    expect(sealOf('m', '1', many, sha256).marks).toEqual([]);
  });

  it.each([
    '',
    'x',
    '1.m.21553.short.',
    'https://example.org/',
    `2.m.1.${sha256('')}.`,
    `1.m.1.${sha256('')}.abc`,
    '1.%.1..',
  ])('is not read from %j', (text) => {
    expect(readSeal(text)).toBeNull();
  });
});
