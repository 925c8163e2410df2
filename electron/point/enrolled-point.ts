import { type AppError, appErr } from '../../shared/errors.ts';
import type { JournalEvent } from '../../shared/events/journal-event.ts';
import type { Saved } from '../../shared/point-state.ts';
import { err, type Result } from '../../shared/result.ts';
import { publicKey } from '../crypto/signed-line.ts';
import type { Sqlite } from '../sqlite/open.ts';
import { createLetterSender, type LetterSender } from './attachments/send-letters.ts';
import type { Clock } from './clock.ts';
import { loadDeviceKey } from './device-key.ts';
import { tokenSource } from './device-token.ts';
import { enrolledEvent } from './enrolment.ts';
import { createHelpDesk, type HelpDesk } from './help-desk.ts';
import { createHubClient, type HubClient } from './hub-client.ts';
import { type HubPins, openHubPins } from './hub-pins.ts';
import type { HubTimeouts } from './hub-transport.ts';
import { type Journal, type JournalSigner, openJournal } from './journal.ts';
import { createJournalSender } from './journal-sender.ts';
import type { KeyVault } from './key-vault.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { openReceipts, type Receipts } from './receipts.ts';
import { createRecords, type Records } from './records.ts';
import { openSeenCheckpoints, type SeenCheckpoints } from './seen-checkpoints.ts';
import type { Enrolment, PointStores } from './settings.ts';
import type { SyncConfig } from './sync-config.ts';
import { createWitness, type Witness } from './witness.ts';

export interface EnrolledWorld {
  readonly dataDir: string;
  readonly appVersion: string;
  readonly vault: KeyVault;
  readonly clock: Clock;
  readonly random: () => number;
  readonly db: Sqlite;
  readonly stores: PointStores;
  readonly sync: SyncConfig;
  /** Another address of the same hub, for this process only. */
  readonly hubUrl?: string | undefined;
  readonly timeouts?: HubTimeouts | undefined;
  readonly onChange: () => void;
}

/** What a point has once it is a device of the province's: its chain, and the way to the hub. */
export interface EnrolledPoint {
  readonly enrolment: Enrolment;
  readonly journal: Journal;
  readonly records: Records;
  readonly receipts: Receipts;
  readonly seen: SeenCheckpoints;
  readonly witness: Witness;
  readonly pins: HubPins;
  readonly hub: HubClient;
  readonly outbox: Outbox;
  readonly help: HelpDesk;
  readonly letters: LetterSender;
  /** Journals an event; it is on disk and in the records when this answers ok, and on its way to the hub. */
  file(event: JournalEvent): Promise<Result<Saved, AppError>>;
  /** Fetches the feed and keeps it for working offline. */
  refreshFeed(signal?: AbortSignal): Promise<Result<null, AppError>>;
}

/** Opens the chain of an enrolment and begins it when that was not done yet (the machine may have stopped in between). */
export async function openEnrolledPoint(world: EnrolledWorld, enrolment: Enrolment): Promise<EnrolledPoint> {
  const { clock } = world;
  const { deviceId, hub: hubFacts } = enrolment;
  const signingKey: JournalSigner['key'] = async () => {
    const key = loadDeviceKey(world.dataDir, world.vault);
    if (!key.ok) return key;
    return key.value?.public.x === enrolment.deviceKey.x ? key.value.signingKey() : appErr('key-unreadable');
  };
  const journal = openJournal(world.db, { device: deviceId, point: enrolment.point.code, key: signingKey }, clock.now);
  const receipts = openReceipts(world.db, deviceId, clock.now);
  const records = createRecords(journal, { id: deviceId, key: await publicKey(enrolment.deviceKey) });
  const token = tokenSource(signingKey, { id: deviceId, hubId: hubFacts.id }, clock.now);
  const hubKey = await publicKey(hubFacts.key);
  const pins = openHubPins(enrolment, hubKey, world.stores.enrolment);
  const pin = hubFacts.pin === null ? null : pins;
  const hub = createHubClient({ url: world.hubUrl ?? hubFacts.url, pin }, token, world.timeouts);
  const { random, onChange, sync: config } = world;
  const sender = createJournalSender({
    ...{ journal, receipts, hub, hubKey, device: deviceId, now: clock.now },
    hubHost: new URL(hubFacts.url).host,
    maxBatchChars: config.maxBatchChars,
  });
  const outbox = createOutbox({ journal, sender, clock, random, config, onChange });
  const seen = openSeenCheckpoints(world.db, deviceId, clock.now);
  const witness = createWitness({
    ...{ journal, receipts, seen, hub, hubKey, device: deviceId, now: clock.now },
    hubId: hubFacts.id,
    onLoss(seq) {
      sender.hubHasOnly(seq);
      outbox.kick();
    },
  });

  const help = createHelpDesk({ hub, clock, random, config, appVersion: world.appVersion, onChange });
  const letters = createLetterSender(world.dataDir, { journal, outbox, hub });

  async function file(event: JournalEvent): Promise<Result<Saved, AppError>> {
    const saved = await journal.append(event);
    if (!saved.ok) return saved;
    await records.catchUp();
    onChange();
    outbox.kick();
    return saved;
  }

  if (journal.head().seq === 0) await file(enrolledEvent(enrolment, world.appVersion));
  else await records.catchUp();

  async function refreshFeed(signal?: AbortSignal): Promise<Result<null, AppError>> {
    const fetched = await fetchFeed(hub, journal, world.stores.feed, clock, signal);
    if (fetched.ok) await pins.learn(world.stores.feed.read().feed?.certificate ?? null);
    return fetched;
  }
  return { enrolment, journal, records, receipts, seen, witness, pins, hub, outbox, help, letters, file, refreshFeed };
}

async function fetchFeed(
  hub: HubClient,
  journal: Journal,
  store: PointStores['feed'],
  clock: Clock,
  signal?: AbortSignal,
): Promise<Result<null, AppError>> {
  const cached = store.read();
  const answer = await hub.feed(cached.feed ? cached.etag : null, signal, journal.head().seq);
  if (!answer.ok) return err(answer.error);
  const at = clock.now();
  if (answer.value.kind === 'unchanged') return store.write({ ...cached, at });
  return store.write({ feed: answer.value.feed, etag: answer.value.etag, at });
}
