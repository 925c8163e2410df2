import { Migrator } from 'kysely';
import { initial } from './migrations/0001-initial.ts';
import { meetingsAndRulings } from './migrations/0002-meetings-and-rulings.ts';
import { rosterAndPinCodes } from './migrations/0003-roster-and-pin-codes.ts';
import { policyOfMeetings } from './migrations/0004-policy-of-meetings.ts';
import { attachments } from './migrations/0006-attachments.ts';
import { clustersAndContacts } from './migrations/0007-clusters-and-contacts.ts';
import { helpAtADistance } from './migrations/0008-help-at-a-distance.ts';
import { readForReports } from './migrations/0009-read-for-reports.ts';
import { pullingAndWebhooks } from './migrations/0010-pulling-and-webhooks.ts';
import { administration } from './migrations/0011-administration.ts';
import { severalHubs } from './migrations/0013-several-hubs.ts';
import { checkpoints } from './migrations/0015-checkpoints.ts';
import { nextCertificate } from './migrations/0017-next-certificate.ts';
import { releases } from './migrations/0020-releases.ts';
import type { Db } from './schema.ts';

/** In the order of their names. */
const MIGRATIONS = {
  '0001-initial': initial,
  '0002-meetings-and-rulings': meetingsAndRulings,
  '0003-roster-and-pin-codes': rosterAndPinCodes,
  '0004-policy-of-meetings': policyOfMeetings,
  '0006-attachments': attachments,
  '0007-clusters-and-contacts': clustersAndContacts,
  '0008-help-at-a-distance': helpAtADistance,
  '0009-read-for-reports': readForReports,
  '0010-pulling-and-webhooks': pullingAndWebhooks,
  '0013-several-hubs': severalHubs,
  '0011-administration': administration,
  '0015-checkpoints': checkpoints,
  '0017-next-certificate': nextCertificate,
  '0020-releases': releases,
};

/**
 * Brings the database to the newest schema. Several processes may do it at once: one works, the others wait. `before` is told the
 * names of what is to be run on a database that has run some already. Throws on failure.
 */
export async function migrate(db: Db, before: (waiting: readonly string[]) => void = () => undefined): Promise<void> {
  // They do not build on one another across features, so one that comes later may carry a lower number.
  const provider = { getMigrations: async () => MIGRATIONS };
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const known = await migrator.getMigrations();
  const waiting = known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  if (waiting.length < known.length) before(waiting);
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
}
