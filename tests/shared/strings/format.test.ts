import { describe, expect, it } from 'vitest';
import { foldForSearch, matchesSearch, vietnameseOrder } from '../../../shared/strings/fold.ts';
import { formatDate, formatDateTime, formatNumber, formatTime } from '../../../shared/strings/format.ts';

const moment = Date.UTC(2026, 0, 31, 17, 5);

describe('dates and numbers', () => {
  it('are written for a reader in Việt Nam, whatever the zone of the machine', () => {
    expect(formatDate(moment)).toBe('01/02/2026');
    expect(formatTime(moment)).toBe('00:05');
    expect(formatDateTime(moment)).toBe('01/02/2026 00:05');
  });

  it('have the decimal sign of the language', () => {
    expect(formatNumber('vi', 4.25, 2)).toBe('4,25');
    expect(formatNumber('en', 4.25, 2)).toBe('4.25');
  });
});

describe('search and order', () => {
  it('ignore accents and case, and take đ for d', () => {
    expect(foldForSearch('Xã Đak Pơ')).toBe('xa dak po');
    expect(matchesSearch('Phường Quy Nhơn Bắc', 'nhon bac')).toBe(true);
    expect(matchesSearch('Phường Quy Nhơn', 'bac')).toBe(false);
    expect(matchesSearch('Chủ tịch UBND xã', 'b')).toBe(false);
    expect(matchesSearch('Chủ tịch UBND xã', '')).toBe(true);
    expect(matchesSearch('Rah Lan Chung'.normalize('NFD'), 'RAH LAN')).toBe(true);
  });

  it('put Vietnamese names where a reader looks for them', () => {
    expect(['Xã Đak Pơ', 'Xã Ya Hội', 'Xã An Lương', 'Xã Ân Hảo'].sort(vietnameseOrder)).toEqual([
      'Xã An Lương',
      'Xã Ân Hảo',
      'Xã Đak Pơ',
      'Xã Ya Hội',
    ]);
  });
});
