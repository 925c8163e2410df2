import type { Logger } from 'pino';
import { createTokenWindow, shareTokenWindow, type TokenWindow } from './auth/token-window.ts';
import { type Company, joinCompany } from './company.ts';
import type { Db } from './db/schema.ts';
import type { HubClock } from './deps.ts';
import { openHubChannel } from './live/hub-channel.ts';
import { createLiveBus, type LiveBus } from './live-bus.ts';

/** What a hub has together with the others on its database. */
export interface Hubs {
  readonly live: LiveBus;
  readonly tokens: TokenWindow;
  readonly company: Company;
  readonly leave: () => Promise<void>;
}

/** On SQLite a hub is alone; on PostgreSQL there may be others at any time. */
export async function joinHubs(
  { database, log }: { readonly database?: string | undefined; readonly log: Logger },
  db: Db,
  clock: HubClock,
): Promise<Hubs> {
  const channel = database === undefined ? null : openHubChannel({ db, url: database, log });
  const live = channel?.live ?? createLiveBus();
  const tokens = channel ? shareTokenWindow(db) : createTokenWindow();
  const company = await joinCompany({ db, clock, live, log }).catch(async (error: unknown) => {
    await channel?.stop();
    throw error;
  });
  return {
    ...{ live, tokens, company },
    async leave() {
      await company.leave();
      await channel?.stop();
    },
  };
}
