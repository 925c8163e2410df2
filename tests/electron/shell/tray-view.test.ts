import { describe, expect, it } from 'vitest';
import { TRAY_ICONS } from '../../../electron/shell/tray-icon.ts';
import { trayView } from '../../../electron/shell/tray-view.ts';
import { DEFAULT_REMINDERS } from '../../../shared/policy/reminders.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { FRESH, NOT_ENROLLED, NOW, READY } from '../../renderer/support/point-states.ts';
import { NOTE, RECHECK } from './asks.ts';

const view = (state: typeof FRESH, now = NOW) => trayView(state, now, DEFAULT_REMINDERS, createTranslator('vi'));
const TITLE = 'Họp trực tuyến về giải ngân vốn đầu tư công quý I năm 2026';

describe('the tray', () => {
  it('tells the next meeting and the time left, in the tooltip and in the menu', () => {
    const { tooltip, lines, isDue } = view(READY);
    expect(tooltip).toBe(`Điểm Cầu\nHọp lúc 08:00 · Còn 25 phút\n${TITLE}`);
    expect(lines).toEqual(['Họp lúc 08:00 · Còn 25 phút', TITLE]);
    expect(isDue).toBe(false);
  });

  it('tells the date of a meeting on another day', () => {
    expect(view(READY, NOW - 24 * 3_600_000).lines[0]).toBe('Họp lúc 31/01/2026 08:00 · Còn 24 giờ 25 phút');
  });

  it('tells what is due, and shows it in its icon', () => {
    const { lines, isDue } = view(FRESH, NOW + 20 * 60_000);
    expect(lines.slice(2)).toEqual(['Chưa kiểm tra xong thiết bị cho cuộc họp.', 'Lãnh đạo chưa đăng nhập dự họp.']);
    expect(isDue).toBe(true);
  });

  it('tells what the province asks until it is answered', () => {
    const asking = { ...READY, asks: [RECHECK, NOTE, { ...RECHECK, id: 'a3', state: 'accepted' as const }] };
    const { lines, isDue } = view(asking);
    expect(lines.slice(2)).toEqual(['Tỉnh đề nghị đo lại: Micro.', 'Lời nhắn của tỉnh: Nhờ bật thêm đèn.']);
    expect(isDue).toBe(true);
    expect(view({ ...READY, asks: [] }).isDue).toBe(false);
  });

  it('tells that no meeting is near, and offers a check only to a point that is enrolled', () => {
    expect(view(NOT_ENROLLED)).toMatchObject({
      lines: ['Chưa có cuộc họp nào sắp tới'],
      canCheck: false,
      isDue: false,
    });
    expect(view(FRESH).canCheck).toBe(true);
  });

  it('cuts a long title where Windows would, after the time', () => {
    const meetings = FRESH.feed!.meetings.map((one) => ({ ...one, title: 'Hội nghị '.repeat(30) }));
    const { tooltip, lines } = view({ ...FRESH, feed: { ...FRESH.feed!, meetings } });
    expect([...tooltip]).toHaveLength(127);
    expect(tooltip).toContain('Còn 25 phút');
    expect(tooltip.endsWith('…')).toBe(true);
    expect(lines.every((line) => [...line].length <= 60)).toBe(true);
  });

  it('has icons of the sizes it says', () => {
    const widths = Object.values(TRAY_ICONS).map(({ small, large }) =>
      // A PNG's width stands behind its signature and the head of its first chunk.
      [small, large].map((png) => Buffer.from(png, 'base64').readUInt32BE(16)),
    );
    expect(widths).toEqual([
      [16, 32],
      [16, 32],
    ]);
  });
});
