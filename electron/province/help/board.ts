import { createHash } from 'node:crypto';
import type { PointHelp } from '../../../shared/protocol/point-help.ts';
import type { Ask, HelpBoard } from '../../../shared/protocol/wall.ts';
import { listAsks, listOpenAsks, moveAsk } from '../db/asks.ts';
import { listCalls } from '../db/calls.ts';
import type { Db } from '../db/schema.ts';

/** For so long what was answered stays on the board. */
const RECENT_MS = 60 * 60_000;

export async function helpBoard(db: Db, meetingId: string, now: number): Promise<HelpBoard> {
  const calls = await listCalls(db, meetingId, now);
  const asks = await listAsks(db, meetingId, now, { since: now - RECENT_MS });
  return { calls: [...calls], asks: [...asks] };
}

/** What the point has not answered; `tag` is another one whenever that is something else. */
export async function openHelp(db: Db, point: string, now: number): Promise<PointHelp> {
  const asks = await listOpenAsks(db, point, now);
  const state = asks.map(({ id, state: of }) => (of === 'pending' ? `${id} delivered` : `${id} ${of}`));
  const tag = createHash('sha256').update(state.join('\n')).digest('base64url').slice(0, 22);
  return { tag, asks: [...asks] };
}

/** Notes that what was pending is on its way to the point's screen. Answers the asks that were. */
export async function noteDelivered(db: Db, asks: readonly Ask[], now: number): Promise<readonly Ask[]> {
  const moved: Ask[] = [];
  for (const ask of asks.filter(({ state }) => state === 'pending'))
    if (await moveAsk(db, { id: ask.id, from: ['pending'], to: 'delivered', now })) moved.push(ask);
  return moved;
}
