import pg from 'pg';
import type { Logger } from 'pino';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** A connection whose other end is gone without a word is found out by asking. */
const ASK_EVERY_MS = 10_000;
const ANSWER_MS = 5_000;

export interface Listening {
  readonly url: string;
  readonly channel: string;
  readonly log: Logger;
  readonly onMessage: (text: string) => void;
  /** It listens again, and may have missed what was said meanwhile. */
  readonly onGap: () => void;
}

/** Listens on a PostgreSQL channel until stopped, on a connection of its own that is made again whenever it breaks. */
export function keepListening({ url, channel, log, onMessage, onGap }: Listening): { stop: () => Promise<void> } {
  const stopped = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    for (let first = true; !stopped.signal.aborted; first = false) {
      try {
        await listenOnce(first ? () => undefined : onGap, () => {
          wait = FIRST_WAIT_MS;
        });
      } catch (error) {
        if (stopped.signal.aborted) return;
        log.warn({ err: error }, 'no longer hears the other hubs; connects again');
      }
      await pause(wait);
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    }
  }

  /** Resolves or throws when the connection is over. */
  async function listenOnce(onAgain: () => void, onListening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'diem-cau-hub live',
      connectionTimeoutMillis: ANSWER_MS,
      keepAlive: true,
    });
    const over = new Promise<void>((resolve, reject) => {
      client.once('error', reject);
      client.once('end', resolve);
      stopped.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    over.catch(() => undefined);
    client.on('notification', ({ payload }) => onMessage(payload ?? ''));
    let asking: ReturnType<typeof setInterval> | undefined;
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      onListening();
      onAgain();
      const silent = new Promise<never>((_, reject) => {
        asking = setInterval(() => answered(client).catch(reject), ASK_EVERY_MS);
      });
      await Promise.race([over, silent]);
    } finally {
      clearInterval(asking);
      client.end().catch(() => undefined);
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (stopped.signal.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      stopped.signal.addEventListener('abort', wake, { once: true });
    });
  }

  return {
    stop() {
      stopped.abort();
      return running;
    },
  };
}

async function answered(client: pg.Client): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), ANSWER_MS);
  });
  await Promise.race([client.query('select 1'), late]).finally(() => clearTimeout(timer));
}
