import { describe, expect, it } from 'vitest';
import { createHelpDesk, type HelpDeskWorld } from '../../../electron/point/help-desk.ts';
import { SYNC_CONFIG } from '../../../electron/point/sync-config.ts';
import { appErr } from '../../../shared/errors.ts';
import type { PresenceRequest } from '../../../shared/protocol/point-help.ts';
import type { Ask } from '../../../shared/protocol/wall.ts';
import { ok } from '../../../shared/result.ts';
import { handClock } from './hand-clock.ts';

const NOW = 1_769_819_400_000;

function askOf(change: Partial<Ask> = {}): Ask {
  const times = { at: NOW, stateAt: NOW, expiresAt: NOW + 60_000 };
  return {
    ...{ id: 'a1', meetingId: 'm1', point: '1', kind: 'recheck', check: 'camera', text: '', by: 'lan' },
    ...{ state: 'delivered', ...times, ...change },
  } as Ask;
}

function desk(change: Partial<HelpDeskWorld['hub']> = {}) {
  const clock = handClock(NOW);
  const said: PresenceRequest[] = [];
  let asks = [askOf()];
  let polls = 0;
  const help = createHelpDesk({
    hub: {
      help: async (_, signal) => {
        polls += 1;
        // After the first answer the hub lets the point wait.
        if (polls === 1) return ok({ tag: 't1', asks });
        return new Promise((done) => signal?.addEventListener('abort', () => done(appErr('cancelled'))));
      },
      answerHelp: async () => ok(null),
      presence: async (running) => {
        said.push(running);
        return ok(null);
      },
      ...change,
    },
    clock,
    random: () => 0,
    config: SYNC_CONFIG,
    appVersion: '1.2.3',
    onChange: () => {},
  });
  return { help, clock, said, setAsks: (next: Ask[]) => (asks = next) };
}

describe('the point’s help desk', () => {
  it('shows what the province asks until it is over', async () => {
    const { help, clock } = desk();
    const stop = help.start();
    await expect.poll(() => help.asks().map(({ id }) => id)).toEqual(['a1']);
    clock.advance(60_000);
    expect(help.asks()).toEqual([]);
    stop();
  });

  it('keeps what is accepted on the screen until it is done, and takes away what is declined', async () => {
    const { help } = desk();
    const stop = help.start();
    await expect.poll(() => help.asks().length).toBe(1);
    expect(await help.answer('a1', 'accepted')).toEqual(ok(null));
    expect(help.asks()[0]?.state).toBe('accepted');
    expect(await help.answer('a1', 'done')).toEqual(ok(null));
    expect(help.asks()).toEqual([]);
    expect(await help.answer('a1', 'done')).toMatchObject({ error: { code: 'ask-over' } });
    stop();
  });

  it('keeps what could not be answered because the line was down', async () => {
    const { help } = desk({ answerHelp: async () => appErr('hub-unreachable', { host: 'tỉnh' }) });
    const stop = help.start();
    await expect.poll(() => help.asks().length).toBe(1);
    expect(await help.answer('a1', 'declined')).toMatchObject({ error: { code: 'hub-unreachable' } });
    expect(help.asks()).toHaveLength(1);
    stop();
  });

  it('says again and again that a check runs, and once that it no longer does', () => {
    const { help, clock, said } = desk();
    help.setRunning({ meetingId: 'm1', checks: ['camera'] });
    clock.advance(15_000);
    clock.advance(15_000);
    help.setRunning({ meetingId: null, checks: [] });
    clock.advance(60_000);
    expect(said.map(({ meetingId, checks }) => [meetingId, checks.length])).toEqual([
      ['m1', 1],
      ['m1', 1],
      ['m1', 1],
      ['m1', 0],
    ]);
  });
});
