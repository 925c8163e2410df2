import { hostname } from 'node:os';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { AttachmentRef } from '../../shared/events/authorisation.ts';
import type { CheckRun, ManualAnswer } from '../../shared/events/event.ts';
import type { RecordableFact } from '../../shared/events/recordable-fact.ts';
import type { PastCheck } from '../../shared/history/past-check.ts';
import type { DeviceKind, Locale, RequestArgs, RequestValue } from '../../shared/ipc-contract.ts';
import type { Minutes } from '../../shared/minutes/minutes.ts';
import type { PointState, Saved } from '../../shared/point-state.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { LinkGrant, LinkRates } from '../../shared/protocol/link-session.ts';
import type { AskAnswer } from '../../shared/protocol/point-help.ts';
import type { ProofFile } from '../../shared/protocol/proof.ts';
import type { UpdateReport } from '../../shared/protocol/releases.ts';
import { ok, type Result } from '../../shared/result.ts';
import { keepAttachment } from './attachments/keep-attachment.ts';
import { startBackground } from './background.ts';
import { type Clock, SYSTEM_CLOCK } from './clock.ts';
import { loadDeviceKey } from './device-key.ts';
import type { EnrolledPoint } from './enrolled-point.ts';
import { enrolDevice } from './enrolment.ts';
import { type Course, fittingFact } from './fitting-fact.ts';
import type { Running } from './help-desk.ts';
import type { HubTimeouts, Pins } from './hub-transport.ts';
import { FILE_VAULT, type KeyVault } from './key-vault.ts';
import { type LinkAsking, takeLinkTurn } from './link-turn.ts';
import { pointMinutes } from './minutes.ts';
import { openPointCore, type PointCore } from './point-core.ts';
import { proveEntry } from './prove.ts';
import { pinState, setPin, tellPins } from './set-pin.ts';
import type { PointStores } from './settings.ts';
import { signInEvent } from './sign-in.ts';
import { SYNC_CONFIG, type SyncConfig } from './sync-config.ts';

/** What a point needs of its world. Everything optional has the real thing as its default. */
export interface PointDeps {
  /** Folder of this point's data; made when missing. A window and a command may use one folder at the same time. */
  readonly dataDir: string;
  readonly appVersion: string;
  readonly vault?: KeyVault;
  /** How this machine calls itself at the province; the host name unless given. */
  readonly deviceName?: string;
  readonly clock?: Clock;
  /** Uniform in [0, 1). */
  readonly random?: () => number;
  readonly sync?: SyncConfig;
  /** Another address of the hub this point is enrolled with, for this process only. */
  readonly hubUrl?: string | undefined;
  /** How long the hub may take. */
  readonly timeouts?: HubTimeouts;
}

export type DeviceChoice = RequestArgs<'devices:choose'>['choice'];
export type DeviceChoices = Readonly<Partial<Record<DeviceKind, DeviceChoice>>>;

/** What the person chose on this machine. */
export interface PointSettings {
  locale(): Locale;
  setLocale(locale: Locale): Result<null>;
  devices(): DeviceChoices;
  chooseDevice(kind: DeviceKind, choice: DeviceChoice): Result<null>;
}

/** Everything the window and the commands can ask of a meeting point. Expected failures come back, bugs throw. */
export interface PointService {
  state(): PointState;
  /** Tells of every change of the state, also one that another process made (while started). Returns its stop. */
  onChange(listener: (state: PointState) => void): () => void;
  /** The last check runs of this point, the newest last. */
  pastChecks(): readonly PastCheck[];
  /** What the person should know since this was opened: `settings-corrupt`, `journal-bad-…`. */
  warnings(): readonly AppError[];
  /** False where the device key lies in a plain file of this user. */
  keyProtected(): boolean;
  enrol(codeText: string): Promise<Result<PointState>>;
  /** Fetches the feed and pushes until the province has everything, or says what stands in the way. */
  syncNow(signal?: AbortSignal): Promise<Result<PointState>>;
  /** What proves an entry to others. Errors: `entry-unknown`, those of `verifyProof`. */
  prove(seq: number): Promise<Result<ProofFile>>;
  /** A person was told by the province why its record does not continue the last checkpoint: watch from the new one on. */
  acceptCheckpoint(): Promise<Result<null>>;
  fileCheckRun(run: Omit<CheckRun, 'type'>): Promise<Result<Saved>>;
  answer(answer: Omit<ManualAnswer, 'type'>): Promise<Result<Saved>>;
  pinState(personId: string): Result<RequestValue<'leader:pin-state'>>;
  /** Sets a first PIN, or with the province's one-time `code` another one. Errors: those of `Pins.set`, `roster-unknown-person`. */
  setPin(personId: string, pin: string, code?: string): Promise<Result<null>>;
  signIn(args: RequestArgs<'leader:sign-in'>): Promise<Result<Saved>>;
  /** Keeps the photo or PDF of a letter. Errors: `attachment-type`, `attachment-size`, `storage-failed`. */
  keepAttachment(bytes: Uint8Array): Result<AttachmentRef>;
  /** Writes down what happens in a meeting, when it fits what is on record. Errors: those of `fittingFact`. */
  record(fact: RecordableFact): Promise<Result<Saved>>;
  /** Answers what the province asked. Errors: `not-found`, `ask-over`, those of the way to the hub. */
  answerHelp(id: string, answer: AskAnswer['answer']): Promise<Result<null>>;
  /** Which checks run here now, for the province to see; told again until none does. */
  setRunning(running: Running): void;
  /** The record of a meeting as this device tells it. Errors: `meeting-unknown`, `storage-failed`. */
  minutes(meetingId: string): Promise<Result<Minutes>>;
  /** The province's policy in force, or the default one before the first feed. What judges a meeting: `policyNow`. */
  policy(): Policy;
  /** Leave to use the hub's link responder, waiting for the turn as long as the policy lets a point wait. */
  linkGrant(signal: AbortSignal, asking?: LinkAsking): Promise<Result<LinkGrant>>;
  /** What the test that runs needs from now on; answers what the hub has set aside for it. */
  linkNeed(rates: LinkRates, signal: AbortSignal): Promise<Result<LinkRates>>;
  /** Gives the session or the place back, so that the next point gets its turn. */
  endLink(signal: AbortSignal): Promise<Result<null>>;
  /** Which hub, where, and how its certificate is known (`pin`: SHA-256 of the DER, base64url); null before enrolment. */
  hub(): { readonly id: string; readonly url: string; readonly pin: string | null } | null;
  /** The way to the hub for what is fetched otherwise: `pins` are those that every request is held to. Null before enrolment. */
  connection(): { readonly url: string; readonly pins: Pins | null } | null;
  /** Tells the province what this point does about a release. Errors: those of the way to the hub. */
  reportUpdate(report: UpdateReport): Promise<Result<null>>;
  readonly settings: PointSettings;
  /** Refreshes the feed and empties the outbox in the background from now on. Returns its stop. */
  start(): () => void;
  close(): Promise<void>;
}

/**
 * Opens the point's data.
 * Errors: `storage-failed` (folder not writable), `journal-corrupt` (not a database).
 */
export async function openPointService(deps: PointDeps): Promise<Result<PointService>> {
  const core = openPointCore({
    vault: FILE_VAULT,
    deviceName: hostname(),
    clock: SYSTEM_CLOCK,
    random: Math.random,
    sync: SYNC_CONFIG,
    ...deps,
  });
  if (!core.ok) return core;
  const point = await core.value.enrolled();
  if (point) await tellPins(core.value, point);
  return ok(pointService(core.value));
}

function pointService(core: PointCore): PointService {
  const underWay = new Set<Promise<unknown>>();
  let stop = (): void => undefined;

  /** Keeps the files open until what was begun has ended. */
  function tracked<T>(work: Promise<T>): Promise<T> {
    const ended: Promise<unknown> = work.catch(() => undefined).finally(() => underWay.delete(ended));
    underWay.add(ended);
    return work;
  }

  /** Does something that only an enrolled point can do. */
  function asEnrolled<T>(work: (point: EnrolledPoint) => Promise<Result<T>>): Promise<Result<T>> {
    return tracked(core.enrolled().then((point) => (point ? work(point) : appErr('enrolment-missing'))));
  }

  return {
    state: core.state,
    onChange: core.onChange,
    pastChecks: () => core.current()?.records.pastChecks() ?? [],
    warnings: core.warnings,
    keyProtected() {
      const key = loadDeviceKey(core.world.dataDir, core.world.vault);
      return key.ok && key.value ? key.value.protected : core.world.vault.protected;
    },
    enrol: (codeText) => tracked(enrol(core, codeText)),
    syncNow: (signal) => asEnrolled((point) => syncNow(core, point, signal)),
    prove: (seq) => asEnrolled((point) => proveEntry(point, seq)),
    acceptCheckpoint: () => asEnrolled(async (point) => point.seen.accept()),
    fileCheckRun: (run) => asEnrolled((point) => point.file({ type: 'check-run', ...run })),
    answer: (answer) => asEnrolled((point) => point.file({ type: 'manual-answer', ...answer })),
    pinState: (personId) => pinState(core, personId),
    setPin: (personId, pin, code) => tracked(setPin(core, personId, pin, code)),
    signIn: (args) =>
      asEnrolled(async (point) => {
        const event = await signInEvent(args, core.stores.feed.read().feed, core.pins);
        return event.ok ? point.file(event.value) : event;
      }),
    keepAttachment: (bytes) => keepAttachment(core.world.dataDir, bytes, core.policy().attendance.attachment),
    record: (fact) =>
      asEnrolled((point) => {
        const fitting = fittingFact(fact, courseOf(core, point));
        return fitting.ok ? point.file(fitting.value) : Promise.resolve(fitting);
      }),
    answerHelp: (id, answer) => asEnrolled(({ help }) => help.answer(id, answer)),
    setRunning: (running) => core.current()?.help.setRunning(running),
    minutes: (meetingId) => asEnrolled(async (point) => pointMinutes(core, point, meetingId)),
    policy: core.policy,
    linkGrant: (signal, asking) =>
      asEnrolled(({ hub }) => takeLinkTurn({ hub, waitMostMs: core.policy().linkTests.waitMostMs }, signal, asking)),
    linkNeed: (rates, signal) => asEnrolled(({ hub }) => hub.linkNeed(rates, signal)),
    endLink: (signal) => asEnrolled(({ hub }) => hub.endLinkSession(signal)),
    hub() {
      const hub = core.stores.enrolment.read().enrolment?.hub;
      const pin = core.current()?.pins.last() ?? hub?.pins?.[0] ?? hub?.pin ?? null;
      return hub ? { id: hub.id, url: core.world.hubUrl ?? hub.url, pin } : null;
    },
    connection() {
      const point = core.current();
      if (!point) return null;
      const { url, pin } = point.enrolment.hub;
      return { url: core.world.hubUrl ?? url, pins: pin === null ? null : point.pins };
    },
    reportUpdate: (report) => asEnrolled(({ hub }) => hub.reportUpdate(report)),
    settings: pointSettings(core.stores.preferences),
    start() {
      stop();
      stop = startBackground(core, tracked);
      return stop;
    },
    async close() {
      stop();
      await core.hangUp();
      while (underWay.size > 0) await Promise.all(underWay);
      await core.close();
    },
  };
}

async function enrol(core: PointCore, codeText: string): Promise<Result<PointState>> {
  const { world, stores } = core;
  const enrolled = await enrolDevice({ ...world, stores, now: world.clock.now }, codeText);
  if (!enrolled.ok) return enrolled;
  const point = await core.enrolled();
  // The schedule is welcome but not part of enrolling: the background fetches it when this fails.
  if (point) core.noteFeed(await point.refreshFeed());
  core.changed();
  return ok(core.state());
}

async function syncNow(core: PointCore, point: EnrolledPoint, signal?: AbortSignal): Promise<Result<PointState>> {
  const [fed, pushed] = await Promise.all([point.refreshFeed(signal), point.outbox.flush(signal)]);
  core.noteFeed(fed);
  if (fed.ok && pushed.ok && point.witness.due()) await point.witness.look(signal);
  core.changed();
  if (!pushed.ok) return pushed;
  // A letter that cannot go now goes later: the record itself is at the province.
  await point.letters.send(signal);
  return fed.ok ? ok(core.state()) : fed;
}

function courseOf(core: PointCore, { records }: EnrolledPoint): Course {
  const now = core.world.clock.now();
  const { feed } = core.stores.feed.read();
  return { feed, entriesOf: records.courses.of, now, clock: records.courses.clockAt(now) };
}

function pointSettings(preferences: PointStores['preferences']): PointSettings {
  return {
    locale: () => preferences.read().locale,
    setLocale: (locale) => preferences.write({ ...preferences.read(), locale }),
    devices: () => preferences.read().devices,
    chooseDevice(kind, choice) {
      const now = preferences.read();
      return preferences.write({ ...now, devices: { ...now.devices, [kind]: choice } });
    },
  };
}
