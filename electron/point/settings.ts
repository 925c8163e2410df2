import { z } from 'zod';
import type { AppError } from '../../shared/errors.ts';
import { epochMs } from '../../shared/events/event.ts';
import { deviceChoice, deviceKind, locale } from '../../shared/ipc-contract.ts';
import { pointCode } from '../../shared/meeting/meeting.ts';
import { publicKeyJwk } from '../../shared/protocol/enrolment.ts';
import { feed } from '../../shared/protocol/feed.ts';
import { type JsonStore, openJsonStore } from './json-store.ts';

const preferences = z.object({
  locale: locale.default('vi'),
  devices: z.partialRecord(deviceKind, deviceChoice).default({}),
});
export type Preferences = z.infer<typeof preferences>;

export const enrolment = z.object({
  deviceId: z.string().min(1).max(64),
  /** Of the key this device was enrolled with: what its journal is verified by. */
  deviceKey: publicKeyJwk,
  point: z.object({ code: pointCode, name: z.string() }),
  hub: z.object({
    ...{ id: z.string(), name: z.string(), key: publicKeyJwk, url: z.url() },
    /** Of the enrolment code. */
    pin: z.string().nullable(),
    /** Those the hub has signed since, in the place of `pin`, and when it did (its clock). */
    pins: z.array(z.string()).optional(),
    pinsAt: epochMs.optional(),
  }),
  enrolledAt: epochMs,
});
export type Enrolment = z.infer<typeof enrolment>;

const enrolmentFile = z.object({ enrolment: enrolment.nullable() });

const cachedFeed = z.object({ feed: feed.nullable(), etag: z.string().nullable(), at: epochMs.nullable() });
export type CachedFeed = z.infer<typeof cachedFeed>;

/** Three files, so that a window and a command writing at the same time cannot undo each other's work. */
export interface PointStores {
  readonly preferences: JsonStore<Preferences>;
  readonly enrolment: JsonStore<z.infer<typeof enrolmentFile>>;
  readonly feed: JsonStore<CachedFeed>;
}

/** None of it is the record: losing a file costs a choice, a cached schedule or an enrolment, never an entry of the journal. */
export function openPointStores(dataDir: string, now: () => number, onCorrupt: (error: AppError) => void): PointStores {
  const place = { dataDir, now, onCorrupt };
  return {
    preferences: openJsonStore({
      ...place,
      name: 'settings',
      schema: preferences,
      empty: { locale: 'vi', devices: {} },
    }),
    enrolment: openJsonStore({ ...place, name: 'enrolment', schema: enrolmentFile, empty: { enrolment: null } }),
    feed: openJsonStore({
      ...place,
      name: 'feed',
      schema: cachedFeed,
      empty: { feed: null, etag: null, at: null },
    }),
  };
}
