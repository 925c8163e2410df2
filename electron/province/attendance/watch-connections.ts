import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { closingOf } from '../../../shared/attendance/closing.ts';
import { reduceConnection } from '../../../shared/attendance/connection.ts';
import { connectionNews } from '../../../shared/attendance/connection-news.ts';
import { timelineOf } from '../../../shared/attendance/timeline.ts';
import type { Ruling, RulingEntry } from '../../../shared/events/rulings.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import type { Company } from '../company.ts';
import { listInvitedContacts } from '../db/invitations.ts';
import { listRunningMeetings } from '../db/meetings.ts';
import { judgingPolicy } from '../db/policies.ts';
import { insertRuling, listRulings } from '../db/rulings.ts';
import type { Db } from '../db/schema.ts';
import type { HubClock } from '../deps.ts';
import type { LiveBus } from '../live-bus.ts';
import { queueHooks } from '../webhooks/queue.ts';

const LOOK_EVERY_MS = 15_000;

interface Watched {
  readonly db: Db;
  readonly clock: HubClock;
  readonly live: LiveBus;
}

/** While meetings run, writes down when a point's line falls silent and when it is heard again. Returns its stop. */
export function watchConnections(
  watched: Watched & { readonly log: Logger; readonly company: Pick<Company, 'mine'> },
): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking
      .then(async () => {
        if (await watched.company.mine('connection-watch', 3 * LOOK_EVERY_MS)) await noteConnections(watched);
      })
      .catch((error: unknown) => watched.log.error({ err: error }, 'the connections could not be looked at'));
  }, LOOK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

/** One look. Of several hubs one looks; were two to write the same, the fold would take the first. */
export async function noteConnections({ db, clock, live }: Watched): Promise<void> {
  const now = clock.now();
  const running = await listRunningMeetings(db, now);
  if (running.length === 0) return;
  for (const meeting of running) {
    const { attendance } = await judgingPolicy(db, meeting, now);
    const rulings = await listRulings(db, meeting.id);
    if (closingOf(rulings, meeting.id) !== null) continue;
    for (const { pointCode, lastContactAt } of await listInvitedContacts(db, meeting.id)) {
      const connection = reduceConnection(timelineOf(ofPoint(rulings, pointCode), meeting.id));
      const times = { lastContactAt, startsAt: meeting.startsAt, now, silentMs: attendance.silentSeconds * 1000 };
      const news = connectionNews(connection, times);
      if (news !== null) await write(db, live, meeting, pointCode, news, now);
    }
  }
}

function ofPoint(rulings: readonly RulingEntry[], point: string) {
  return rulings.filter((entry) => entry.point === point).map((entry) => ({ source: 'province' as const, entry }));
}

async function write(db: Db, live: LiveBus, meeting: Meeting, point: string, ruling: Ruling, now: number) {
  const id = `h-${randomUUID()}`;
  await db.transaction().execute(async (tx) => {
    await insertRuling(tx, { v: 1, id, meetingId: meeting.id, point, at: now, actor: { kind: 'hub' }, ruling });
    await queueHooks(tx, [{ type: 'attendance.changed', data: { meetingId: meeting.id, point } }], now);
  });
  live.publish({ kind: 'attendance', meetingId: meeting.id, point });
}
