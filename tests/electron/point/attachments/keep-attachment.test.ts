import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTACHMENTS_FOLDER, keepAttachment } from '../../../../electron/point/attachments/keep-attachment.ts';
import { stripJpeg } from '../../../../electron/point/attachments/strip-jpeg.ts';
import { stripPng } from '../../../../electron/point/attachments/strip-png.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { temporaryFolder } from '../folder.ts';
import { unwrap } from '../open-chain.ts';

const RULES = DEFAULT_POLICY.attendance.attachment;
const SECRET = 'GPS 13.98,108.00';
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

function segment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
}

/** EXIF with an orientation, little-endian as telephones write it, and a place in a text. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([bytesOf('Exif\0\0'), tiff, bytesOf(SECRET)]);
}

/** Two scans, a stuffed byte and a restart marker within, as a progressive picture has them. */
const SCANS = Buffer.concat([
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xda, Buffer.from([1, 2, 3])),
  Buffer.from([9, 0xff, 0, 8, 0xff, 0xd3, 7]),
  segment(0xda, Buffer.from([4, 5, 6])),
  Buffer.from([6, 5]),
]);
const JFIF = segment(0xe0, bytesOf('JFIF\0'));
const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);

function jpeg(orientation: number): Buffer {
  const comment = segment(0xfe, bytesOf(SECRET));
  const previews = segment(0xe2, bytesOf(`MPF\0${SECRET}`));
  const iptc = segment(0xed, bytesOf(SECRET));
  return Buffer.concat([
    START,
    JFIF,
    segment(0xe1, exif(orientation)),
    comment,
    previews,
    iptc,
    SCANS,
    END,
    bytesOf(SECRET),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([bytesOf(name), body]);
  const framed = Buffer.alloc(8 + named.length);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), 4 + named.length);
  return framed;
}
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PICTURE = [
  chunk('IHDR', Buffer.alloc(13, 1)),
  chunk('IDAT', Buffer.alloc(20, 2)),
  chunk('IEND', Buffer.alloc(0)),
];
const png = Buffer.concat([
  SIGNATURE,
  PICTURE[0] ?? Buffer.alloc(0),
  chunk('eXIf', bytesOf(SECRET)),
  chunk('tEXt', bytesOf(SECRET)),
  ...PICTURE.slice(1),
  bytesOf(SECRET),
]);

describe('a picture', () => {
  test('loses where and when it was taken and keeps every byte of what it shows', () => {
    expect(Buffer.from(stripJpeg(jpeg(1)) ?? [])).toEqual(Buffer.concat([START, JFIF, SCANS, END]));
    expect(Buffer.from(stripPng(png) ?? [])).toEqual(Buffer.concat([SIGNATURE, ...PICTURE]));
  });

  test('stays the way up it was taken', () => {
    const stripped = stripJpeg(jpeg(6)) ?? new Uint8Array();
    expect(Buffer.from(stripped).includes(SECRET)).toBe(false);
    const [first, again] = [stripped, stripJpeg(stripped) ?? new Uint8Array()];
    expect(Buffer.from(first).includes('Exif')).toBe(true);
    expect(Buffer.from(again)).toEqual(Buffer.from(first));
  });

  test('that was cut off or is none at all is refused, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), (length) => {
        const whole = Buffer.concat([START, JFIF, SCANS, END]);
        if (length < whole.length) expect(stripJpeg(whole.subarray(0, length))).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        stripJpeg(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, ...bytes));
        stripPng(Uint8Array.of(...SIGNATURE, ...bytes));
      }),
    );
  });
});

describe('an attachment', () => {
  test('is kept under the hash of its cleaned bytes, once, readable by this user only', () => {
    const dataDir = temporaryFolder();
    const ref = unwrap(keepAttachment(dataDir, jpeg(1), RULES));
    expect(unwrap(keepAttachment(dataDir, jpeg(1), RULES))).toEqual(ref);
    const folder = join(dataDir, ATTACHMENTS_FOLDER);
    expect(readdirSync(folder)).toEqual([ref.sha256]);
    const kept = readFileSync(join(folder, ref.sha256));
    expect(createHash('sha256').update(kept).digest('base64url')).toBe(ref.sha256);
    expect([ref.type, ref.bytes]).toEqual(['image/jpeg', kept.length]);
    expect(kept.includes(SECRET)).toBe(false);
    expect(statSync(join(folder, ref.sha256)).mode & 0o077).toBe(0);
  });

  test('may be a PDF, which stays as it is', () => {
    const pdf = bytesOf('%PDF-1.7\n…');
    expect(unwrap(keepAttachment(temporaryFolder(), pdf, RULES))).toMatchObject({
      type: 'application/pdf',
      bytes: pdf.length,
    });
  });

  test('of another kind or too large is refused by what it is, not by its name', () => {
    const refusal = (bytes: Uint8Array, rules = RULES) => {
      const answer = keepAttachment(temporaryFolder(), bytes, rules);
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(refusal(bytesOf('<html>'))).toBe('attachment-type');
    expect(refusal(jpeg(1), { ...RULES, types: ['application/pdf'] })).toBe('attachment-type');
    expect(refusal(jpeg(1), { ...RULES, maxBytes: 20 })).toBe('attachment-size');
  });
});
