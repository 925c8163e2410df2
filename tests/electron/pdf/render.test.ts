import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { pdfBytes, writePdf } from '../../../electron/pdf/render.ts';
import type { Block, PaperDocument } from '../../../shared/document/document.ts';
import { pdfText } from '../../support/pdf-text.ts';

const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const VOWELS = [...'aăâeêioôơuưy'].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')));
const LETTERS = [...VOWELS, 'đ', ...VOWELS.map((vowel) => vowel.toUpperCase()), 'Đ'];

function paper(...blocks: Block[]): PaperDocument {
  return {
    locale: 'vi',
    orientation: 'portrait',
    title: 'Biên bản thử',
    footnote: 'Điểm Cầu',
    pageWord: 'Trang',
    blocks,
  };
}

const table = (rows: Iterable<readonly string[]>): Block => ({
  kind: 'table',
  columns: [
    { title: 'TT', share: 1, align: 'right' },
    { title: 'Điểm cầu', share: 5 },
  ],
  rows,
  empty: 'Không có',
});

describe('a document as PDF', () => {
  it.each(['plain', 'bold', 'italic', 'small'] as const)(
    'keeps every Vietnamese letter in the %s look, read back by poppler',
    async (look) => {
      // Inside words: poppler takes single letters for a word set wide.
      const words = LETTERS.map((letter) => `nh${letter}ng`);
      const read = pdfText(await pdfBytes(paper({ kind: 'text', text: words.join(' '), look })));
      expect(read.match(/nh\S+ng/g)).toEqual(words);
    },
  );

  it('numbers every page of all, repeats the head of a table, and loses no row', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [`${at + 1}`, `UBND xã Ia Drăng ${at + 1}`]);
    const read = pdfText(await pdfBytes(paper(table(rows))));
    const pages = read.split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, at) => {
      expect(page).toContain(`Trang ${at + 1}/${pages.length}`);
      expect(page).toContain('TT');
    });
    for (const [, name] of rows) expect(read).toMatch(new RegExp(`${name}\\n`));
  });

  it('breaks a word that is wider than its column, and keeps all of it', async () => {
    const hash = 'a1b2c3d4'.repeat(32);
    const read = pdfText(await pdfBytes(paper(table([['1', hash]]))));
    const letters = read.split('\n').map((line) => /^\s*(?:1\s+)?([a-d1-4]{4,})\s*$/.exec(line)?.[1] ?? '');
    expect(letters.join('')).toBe(hash);
  });

  it('says of a table without rows that there are none', async () => {
    expect(pdfText(await pdfBytes(paper(table([]))))).toContain('Không có');
  });

  it('never leaves a heading at the foot of a page', async () => {
    const blocks = Array.from({ length: 60 }, (_, at): Block[] => [
      { kind: 'heading', text: `Mục ${at}` },
      { kind: 'text', text: `Nội dung ${at}` },
    ]).flat();
    for (const page of pdfText(await pdfBytes(paper(...blocks))).split('\f')) {
      const lines = page.split('\n').filter((line) => line.trim() !== '' && !line.includes('Trang'));
      expect(lines.at(-1) ?? 'Nội dung').not.toMatch(/^\s*Mục/);
    }
  });

  it('keeps the place of a date on the page of the signatures, wherever the page ends', async () => {
    for (let rows = 40; rows < 56; rows += 1) {
      const read = pdfText(
        await pdfBytes(
          paper(
            table(Array.from({ length: rows }, (_, at) => [`${at}`, 'xã'])),
            { kind: 'text', text: 'Ngày tháng năm', withNext: true },
            { kind: 'signatures', signatures: [{ role: 'Người lập', hint: 'Ký tên', name: '' }] },
          ),
        ),
      );
      const page = read.split('\f').find((one) => one.includes('Người lập'));
      expect(page).toContain('Ngày tháng năm');
    }
  });

  it('gives a row that is higher than a page as several', async () => {
    const long = Array.from({ length: 200 }, (_, at) => `dòng ${at}`).join('\n');
    const read = pdfText(await pdfBytes(paper(table([['1', long]]))));
    for (let at = 0; at < 200; at += 1) expect(read).toMatch(new RegExp(`dòng ${at}\\s`));
  });

  it('waits for a slow reader', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => [`${at}`, `UBND xã ${at}`]);
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1024,
      write(_chunk, _encoding, done) {
        most = Math.max(most, this.writableLength);
        setImmediate(done);
      },
    });
    await writePdf(paper(table(rows)), slow);
    expect(most).toBeLessThan(64 * 1024);
  });

  it('stops when it is told to, and when the target breaks', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => [`${at}`, 'UBND xã']);
    const abort = new AbortController();
    const unread = writePdf(paper(table(rows)), new PassThrough(), abort.signal);
    abort.abort();
    await expect(unread).rejects.toThrow(/abort/i);
    const broken = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('the disk is full'));
      },
    });
    await expect(writePdf(paper(table(rows)), broken)).rejects.toThrow('the disk is full');
  });
});
