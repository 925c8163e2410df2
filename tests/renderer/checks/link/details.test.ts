import { describe, expect, it } from 'vitest';
import { linkSaying } from '../../../../renderer/checks/link/link-live.tsx';
import { pathLines } from '../../../../renderer/checks/link/path-lines.ts';
import { wayRows } from '../../../../renderer/checks/link/way-rows.ts';
import type { Words } from '../../../../renderer/ui/words.tsx';
import { goodLine, linkFixtures } from '../../../../shared/checks/link/fixtures.ts';
import { createTranslator } from '../../../../shared/strings/translator.ts';
import { GOOD_LINE } from '../../../shared/checks/link/fixtures.ts';

const { t } = createTranslator('vi');
const cells = (label: string, line = goodLine) => wayRows(line, t).find((row) => row.label === label);

describe('the details of the line', () => {
  it('tell both directions side by side', () => {
    expect(cells('mbps')).toEqual({ label: 'mbps', up: '20,3', down: '50,6' });
    expect(cells('interval')).toMatchObject({ up: '0–0,4' });
    expect(cells('loaded')).toMatchObject({ up: '44', down: '39' });
    expect(cells('mos')).toMatchObject({ up: '4,4', down: '4,4' });
  });

  it('say of a rate that it is a lower bound, and of which limit', () => {
    const capped = { ...goodLine, upload: { ...goodLine.upload!, limitedBy: 'processor' as const } };
    expect(cells('mbps', capped)).toMatchObject({ up: '≥ 20,3', down: '50,6' });
    expect(cells('limitedBy', capped)).toMatchObject({ up: 'máy này', down: 'đường truyền' });
    const busyHub = { ...capped, upload: { ...capped.upload, busy: 'hub' as const } };
    expect(cells('limitedBy', busyHub)).toMatchObject({ up: 'máy chủ tỉnh' });
  });

  it('say of packets seen late how many of them may have come in time', () => {
    expect(cells('undecided')).toBeUndefined();
    const line = linkFixtures['audio-processor'];
    expect(line.reached && cells('undecided', line)).toMatchObject({ up: null, down: '92' });
  });

  it('leave out what an older version did not measure', () => {
    expect(wayRows(GOOD_LINE, t).map(({ label }) => label)).toEqual(['mbps', 'limitedBy', 'loss', 'mos', 'r']);
    expect(pathLines(GOOD_LINE, t).map(({ label }) => label)).toEqual(['transport', 'clock', 'speed', 'used']);
  });

  it('tell the clock with its error, and where the probe stopped', () => {
    expect(pathLines(goodLine, t)).toContainEqual({ label: 'clock', text: '42 ± 6\u00a0ms' });
    expect(pathLines(linkFixtures['province-line-busy'], t)).toEqual([
      { label: 'step', text: 'Chờ đường truyền của tỉnh' },
      { label: 'queue', text: '900 giây, lúc đầu thứ 112' },
    ]);
  });
});

describe('what is said while it measures', () => {
  const words = { ...createTranslator('vi'), setLocale: () => {} } satisfies Words;
  const samples = [{ phase: 'upload', atMs: 1, mbps: 2 }] as const;

  it('is the place in the queue, then what is measured', () => {
    const waiting = { place: 12, estimateMs: 39_100 };
    expect(linkSaying({ line: { kind: 'line', samples: [], waiting } }, words)).toBe(
      'Đang chờ đường truyền của tỉnh: thứ 12, khoảng 40 giây',
    );
    expect(linkSaying({ line: { kind: 'line', samples, waiting: null } }, words)).toBe('Đang đo tốc độ tải lên…');
    expect(linkSaying({}, words)).toBeNull();
  });
});
