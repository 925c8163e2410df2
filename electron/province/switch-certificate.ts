import type { Server } from 'node:https';
import type { Logger } from 'pino';
import type { Db } from './db/schema.ts';
import type { HubClock } from './deps.ts';
import type { HttpsOptions } from './https-options.ts';
import { takenOver } from './next-certificate.ts';

const EVERY_MS = 60_000;

interface World {
  readonly db: Db;
  readonly dataDir: string;
  readonly clock: HubClock;
  readonly log: Logger;
  readonly server: Pick<Server, 'setSecureContext'>;
  readonly shown: HttpsOptions;
  /** Writes down which one points meet now. */
  readonly onSwitch: (shown: HttpsOptions) => Promise<void>;
}

/** Shows the prepared certificate when its time has come, without a restart: open connections go on. Returns its stop. */
export function switchWhenDue({ db, dataDir, clock, log, server, shown, onSwitch }: World, everyMs = EVERY_MS) {
  let current = shown.cert;
  const look = async () => {
    const next = await takenOver(db, dataDir, clock.now());
    if (next === undefined || next.cert === current) return;
    server.setSecureContext({ ...next, minVersion: 'TLSv1.2' });
    await onSwitch(next);
    current = next.cert;
    log.info('the prepared certificate is shown from now on');
  };
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error: unknown) => {
      log.error({ err: error }, 'the certificate could not be changed');
    });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
