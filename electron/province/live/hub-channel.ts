import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '../db/schema.ts';
import type { LiveBus, LiveNews, RecordChange } from '../live-bus.ts';
import { createLiveBus } from '../live-bus.ts';
import { keepListening } from './keep-listening.ts';

const CHANNEL = 'diem_cau_live';
/** PostgreSQL takes less than 8000 bytes. */
const MOST_BYTES = 7500;

/** `from`: the hub that sends, which has told its own consoles already. */
const message = z.union([
  z.object({ from: z.string(), changes: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({ from: z.string(), news: z.custom<LiveNews>((value) => typeof value === 'object' && value !== null) }),
  z.object({ from: z.string(), resync: z.literal(true) }),
]);

/** What follows `from` in a message. */
type Said =
  | { readonly changes: readonly (readonly [string, string])[] }
  | { readonly news: LiveNews }
  | { readonly resync: true };

export interface HubChannel {
  readonly live: LiveBus;
  readonly stop: () => Promise<void>;
}

/**
 * The bus between hubs on one PostgreSQL (LISTEN/NOTIFY, on a connection of its own). Changes of records are sent inside their
 * transaction, so none is lost even when the hub is killed right after it. When the connection broke, what was said meanwhile
 * is gone: every console of this hub then reads everything anew.
 */
export function openHubChannel({ db, url, log }: { db: Db; url: string; log: Logger }): HubChannel {
  const from = randomUUID();
  let sending: Promise<unknown> = Promise.resolve();
  const send = (on: Db, said: Said) =>
    sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ from, ...said })})`.execute(on);
  const live = createLiveBus({
    async noteIn(tx, changes) {
      for (const part of portions(changes)) await send(tx, { changes: part });
    },
    publish(news) {
      const fits = Buffer.byteLength(JSON.stringify(news)) <= MOST_BYTES;
      // In order, and nobody waits for it. Too long for a message: the others read everything anew.
      sending = sending
        .then(() => send(db, fits ? { news } : { resync: true }))
        .catch((error: unknown) => log.warn({ err: error }, 'the other hubs could not be told'));
    },
  });
  const listening = keepListening({
    url,
    channel: CHANNEL,
    log,
    onGap: live.resync,
    onMessage(text) {
      const heard = message.safeParse(parsed(text));
      // A hub of another version, or somebody else on our channel: something changed, whatever it was.
      if (!heard.success) return live.resync();
      if (heard.data.from === from) return;
      if ('news' in heard.data) return live.show(heard.data.news);
      if ('resync' in heard.data) return live.resync();
      live.changed(heard.data.changes.map(([meetingId, point]) => ({ meetingId, point })));
    },
  });
  return {
    live,
    async stop() {
      await sending;
      await listening.stop();
    },
  };
}

/** As many changes in each as one message bears. */
export function* portions(changes: readonly RecordChange[]): Generator<readonly (readonly [string, string])[]> {
  let part: (readonly [string, string])[] = [];
  let bytes = 0;
  for (const { meetingId, point } of changes) {
    const pair = [meetingId, point] as const;
    const more = Buffer.byteLength(JSON.stringify(pair)) + 1;
    if (bytes + more > MOST_BYTES) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(pair);
    bytes += more;
  }
  if (part.length > 0) yield part;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
