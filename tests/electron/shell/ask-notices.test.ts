import { beforeEach, describe, expect, it } from 'vitest';
import { askNotices } from '../../../electron/shell/ask-notices.ts';
import type { Notice } from '../../../electron/shell/reminders-rounds.ts';
import type { Ask } from '../../../shared/protocol/wall.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { NOTE, RECHECK } from './asks.ts';

describe('notifications of what the province asks', () => {
  let asks: readonly Ask[] = [];
  let told: Notice[] = [];
  let withdrawn: string[] = [];
  let notices: ReturnType<typeof askNotices>;

  beforeEach(() => {
    asks = [];
    told = [];
    withdrawn = [];
    notices = askNotices({
      asks: () => asks,
      translator: () => createTranslator('vi'),
      notify: (notice) => told.push(notice),
      withdraw: (key) => withdrawn.push(key),
    });
  });

  it('say what is asked, why, and by whom', () => {
    asks = [RECHECK, NOTE];
    notices.look();
    expect(told.map(({ title, body }) => [title, ...body.split('\n')])).toEqual([
      ['Tỉnh cần điểm cầu trả lời', 'Tỉnh đề nghị đo lại: Micro.', 'Tiếng bị rè', 'truc, 07:35'],
      ['Tỉnh cần điểm cầu trả lời', 'Lời nhắn của tỉnh: Nhờ bật thêm đèn.', 'truc, 07:35'],
    ]);
  });

  it('come once for each, however often one looks', () => {
    asks = [RECHECK];
    notices.look();
    asks = [{ ...RECHECK, state: 'delivered' }, NOTE];
    notices.look();
    notices.look();
    expect(told.map(({ key }) => key)).toEqual(['ask a1', 'ask a2']);
    expect(withdrawn).toEqual([]);
  });

  it('go when it was answered or is over', () => {
    asks = [RECHECK, NOTE];
    notices.look();
    asks = [{ ...RECHECK, state: 'accepted' }];
    notices.look();
    notices.look();
    expect(withdrawn).toEqual(['ask a1', 'ask a2']);
  });
});
