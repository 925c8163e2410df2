import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { PointState, SyncState } from '../../shared/point-state.ts';
import { DEFAULT_POLICY } from '../../shared/policy/default-policy.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Sqlite } from '../sqlite/open.ts';
import type { Clock } from './clock.ts';
import { JOURNAL_FILE, PINS_FILE } from './data-files.ts';
import { type EnrolledPoint, openEnrolledPoint } from './enrolled-point.ts';
import type { HubTimeouts } from './hub-transport.ts';
import { onDisk, openJournalFile, openPrivate } from './journal-file.ts';
import type { KeyVault } from './key-vault.ts';
import { openPins, type Pins } from './pins.ts';
import { openPointStores, type PointStores } from './settings.ts';
import type { SyncConfig } from './sync-config.ts';

/** `PointDeps` with every default filled in. */
export interface PointWorld {
  readonly dataDir: string;
  readonly appVersion: string;
  readonly vault: KeyVault;
  readonly deviceName: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly sync: SyncConfig;
  readonly hubUrl?: string | undefined;
  readonly timeouts?: HubTimeouts | undefined;
}

const NEVER_SYNCED: SyncState = {
  phase: 'idle',
  lastSeq: 0,
  receivedSeq: 0,
  pending: 0,
  lastContactAt: null,
  nextTryAt: null,
  error: null,
};

/** The open files of a point, and what follows from them. The service puts the questions of the window to it. */
export interface PointCore {
  readonly world: PointWorld;
  readonly stores: PointStores;
  readonly pins: Pins;
  /** Changes with every commit of another process. */
  foreignCommits(): unknown;
  /** The enrolled point, opened when this or another process has enrolled meanwhile; null before. */
  enrolled(): Promise<EnrolledPoint | null>;
  /** The same without waiting: null also when it was not opened yet. */
  current(): EnrolledPoint | null;
  state(): PointState;
  policy(): Policy;
  warnings(): readonly AppError[];
  /** Adds to the warnings, each once. */
  warn(error: AppError): void;
  /** What the last fetch of the feed ended with. */
  noteFeed(outcome: Result<null, AppError>): void;
  changed(): void;
  onChange(listener: (state: PointState) => void): () => void;
  /** Ends what is being asked of the hub; nothing more can be asked. */
  hangUp(): Promise<void>;
  /** Closes the files. */
  close(): Promise<void>;
}

interface Files {
  readonly journal: Sqlite;
  readonly pins: Sqlite;
}

/** Opens the folder. Errors: `storage-failed`, `journal-corrupt`. */
export function openPointCore(world: PointWorld): Result<PointCore, AppError> {
  const files = openFiles(world.dataDir);
  if (!files.ok) return files;
  const pins = onDisk(() => openPins(files.value.pins, world.clock.now));
  return pins.ok ? ok(createCore(world, files.value, pins.value)) : pins;
}

function openFiles(dataDir: string): Result<Files, AppError> {
  const made = onDisk(() => mkdirSync(dataDir, { recursive: true, mode: 0o700 }));
  if (!made.ok) return made;
  const journal = openJournalFile(join(dataDir, JOURNAL_FILE));
  if (!journal.ok) return journal;
  const pins = onDisk(() => openPrivate(join(dataDir, PINS_FILE)));
  if (pins.ok) return ok({ journal: journal.value, pins: pins.value });
  journal.value.close();
  return pins.error.code === 'journal-corrupt' ? appErr('storage-failed', { detail: PINS_FILE }) : pins;
}

function createCore(world: PointWorld, files: Files, pins: Pins): PointCore {
  const warnings = new Map<string, AppError>();
  const warn = (error: AppError) => void warnings.set(JSON.stringify(error), error);
  const stores = openPointStores(world.dataDir, world.clock.now, warn);
  const listeners = new Set<(state: PointState) => void>();
  const dataVersion = files.journal.prepare('PRAGMA data_version');
  let point: EnrolledPoint | null = null;
  let opening: Promise<EnrolledPoint> | null = null;
  let feedError: AppError | null = null;

  function changed(): void {
    if (listeners.size === 0) return;
    const now = state();
    for (const listener of listeners) listener(now);
  }

  async function enrolled(): Promise<EnrolledPoint | null> {
    const { enrolment } = stores.enrolment.read();
    if (point || !enrolment) return point;
    opening ??= openEnrolledPoint({ ...world, db: files.journal, stores, onChange: changed }, enrolment);
    point = await opening;
    return point;
  }

  function syncState(feedAt: number | null): SyncState {
    const sync = point?.outbox.state() ?? NEVER_SYNCED;
    const lastContactAt = Math.max(sync.lastContactAt ?? 0, feedAt ?? 0) || null;
    return { ...sync, lastContactAt, error: sync.error ?? feedError };
  }

  function state(): PointState {
    const { feed, at } = stores.feed.read();
    const enrolment = point?.enrolment ?? null;
    const meetings = feed?.meetings.map(({ id }) => id) ?? [];
    return {
      enrolment: enrolment && {
        pointCode: enrolment.point.code,
        pointName: enrolment.point.name,
        hubName: enrolment.hub.name,
        hubUrl: enrolment.hub.url,
        deviceId: enrolment.deviceId,
      },
      feed,
      feedAt: at,
      records: Object.fromEntries(meetings.flatMap((id) => (point ? [[id, point.records.of(id)]] : []))),
      courses: Object.fromEntries(meetings.flatMap((id) => (point ? [[id, [...point.records.courses.of(id)]]] : []))),
      baselines: point?.records.baselines() ?? {},
      asks: [...(point?.help.asks() ?? [])],
      sync: syncState(at),
      warnings: [...warningsNow()],
    };
  }

  function warningsNow(): readonly AppError[] {
    return [...warnings.values(), ...(point?.records.faults() ?? []), ...(point?.witness.faults() ?? [])];
  }

  return {
    world,
    stores,
    pins,
    foreignCommits: () => dataVersion.get()?.data_version,
    enrolled,
    current: () => point,
    state,
    policy: () => stores.feed.read().feed?.policy ?? DEFAULT_POLICY,
    warnings: warningsNow,
    warn,
    noteFeed(outcome) {
      feedError = outcome.ok || outcome.error.code === 'cancelled' ? null : outcome.error;
    },
    changed,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async hangUp() {
      listeners.clear();
      await point?.hub.close();
    },
    async close() {
      await point?.outbox.settled();
      files.journal.close();
      files.pins.close();
    },
  };
}
