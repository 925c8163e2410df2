import type { AppError } from '../../shared/errors.ts';
import type { CheckRun, ManualAnswer } from '../../shared/events/event.ts';
import type { DeviceKind, Locale, RequestArgs, RequestValue } from '../../shared/ipc-contract.ts';
import type { PointState, Saved } from '../../shared/point-state.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { LinkGrant } from '../../shared/protocol/link-session.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from './clock.ts';
import type { KeyVault } from './key-vault.ts';

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
  /** What the person should know since this was opened: `settings-corrupt`, `journal-bad-…`. */
  warnings(): readonly AppError[];
  /** False where the device key lies in a plain file of this user. */
  keyProtected(): boolean;
  enrol(codeText: string): Promise<Result<PointState>>;
  /** Fetches the feed and pushes until the province has everything, or says what stands in the way. */
  syncNow(signal?: AbortSignal): Promise<Result<PointState>>;
  fileCheckRun(run: Omit<CheckRun, 'type'>): Promise<Result<Saved>>;
  answer(answer: Omit<ManualAnswer, 'type'>): Promise<Result<Saved>>;
  pinState(personId: string): Result<RequestValue<'leader:pin-state'>>;
  setPin(personId: string, pin: string): Promise<Result<null>>;
  signIn(args: RequestArgs<'leader:sign-in'>): Promise<Result<Saved>>;
  /** The province's policy, or the default one before the first feed. */
  policy(): Policy;
  /** Leave to use the hub's link responder. */
  linkGrant(signal: AbortSignal): Promise<Result<LinkGrant>>;
  /** Where the hub is and how its certificate is known (`pin`: SHA-256 of the DER, base64url); null before enrolment. */
  hub(): { readonly url: string; readonly pin: string | null } | null;
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
  throw new Error(`not built yet: ${deps.dataDir}`);
}
