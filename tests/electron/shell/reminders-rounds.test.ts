import { beforeEach, describe, expect, it } from 'vitest';
import { type Notice, reminderRounds } from '../../../electron/shell/reminders-rounds.ts';
import { DEFAULT_REMINDERS } from '../../../shared/policy/reminders.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { FRESH, NOW, READY } from '../../renderer/support/point-states.ts';

const MINUTE = 60_000;
const START = NOW + 25 * MINUTE;

describe('notifications of what is due', () => {
  let state = FRESH;
  let now = 0;
  let told: Notice[] = [];
  let withdrawn: string[] = [];
  let rounds: ReturnType<typeof reminderRounds>;

  beforeEach(() => {
    state = FRESH;
    told = [];
    withdrawn = [];
    rounds = reminderRounds({
      state: () => state,
      times: () => DEFAULT_REMINDERS,
      translator: () => createTranslator('vi'),
      now: () => now,
      notify: (notice) => told.push(notice),
      withdraw: (key) => withdrawn.push(key),
    });
  });

  /** Looks every quarter of a minute, as the shell does, from one moment before the start to another. */
  function pass(from: number, to: number): string[] {
    const before = told.length;
    for (now = START - from * MINUTE; now <= START - to * MINUTE; now += MINUTE / 4) rounds.look();
    return told.slice(before).map(({ key }) => key.split(' ')[0] ?? '');
  }

  it('come once for each thing and each of its thresholds', () => {
    expect(pass(90, 60.25)).toEqual([]);
    expect(pass(60, 30.25)).toEqual(['check']);
    expect(pass(30, 15.25)).toEqual(['check']);
    expect(pass(15, 10.25)).toEqual(['check']);
    expect(pass(10, -130)).toEqual(['leader']);
  });

  it('say what, when, how long yet and which meeting', () => {
    pass(29, 29);
    expect(told).toEqual([
      {
        key: `check m1 ${START}`,
        title: 'Chưa kiểm tra xong thiết bị cho cuộc họp.',
        body: 'Họp lúc 08:00 · Còn 29 phút\nHọp trực tuyến về giải ngân vốn đầu tư công quý I năm 2026',
      },
    ]);
  });

  it('come again when “later” is over, and not before', () => {
    expect(pass(29, 27)).toEqual(['check']);
    now = START - 27 * MINUTE;
    rounds.snooze(`check m1 ${START}`);
    expect(withdrawn).toEqual([`check m1 ${START}`]);
    expect(pass(26.75, 22.25)).toEqual([]);
    expect(pass(22, 15.25)).toEqual(['check']);
  });

  it('come at the next threshold even while it is “later”', () => {
    pass(31, 31);
    rounds.snooze(`check m1 ${START}`);
    expect(pass(31, 30)).toEqual(['check']);
  });

  it('are taken back once the thing is done or the meeting cancelled', () => {
    pass(9, 9);
    state = READY;
    rounds.look();
    expect(withdrawn).toEqual([`check m1 ${START}`, `leader m1 ${START}`]);
    rounds.look();
    expect(withdrawn).toHaveLength(2);
  });

  it('come anew for a meeting that was moved', () => {
    expect(pass(29, 29)).toEqual(['check']);
    const meetings = FRESH.feed!.meetings.map((one) => ({ ...one, startsAt: START + 5 * MINUTE }));
    state = { ...FRESH, feed: { ...FRESH.feed!, meetings } };
    expect(pass(20, 20)).toEqual(['check']);
  });
});
