import { z } from 'zod';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { AttachmentRef, AttachmentType } from '../../shared/events/authorisation.ts';
import { type CheckpointAnswer, checkpointAnswer } from '../../shared/protocol/checkpoint.ts';
import { type EnrolRequest, type EnrolResponse, enrolResponse } from '../../shared/protocol/enrolment.ts';
import { type PushResponse, pushResponse } from '../../shared/protocol/entries.ts';
import { failureBody } from '../../shared/protocol/failure.ts';
import { type Feed, feed } from '../../shared/protocol/feed.ts';
import { type Health, health } from '../../shared/protocol/health.ts';
import {
  type LinkAnswer,
  type LinkAsk,
  type LinkRates,
  linkAnswer,
  linkNeed,
} from '../../shared/protocol/link-session.ts';
import { type OwnEntriesAnswer, ownEntriesAnswer } from '../../shared/protocol/own-entries.ts';
import {
  type AskAnswer,
  LONGEST_WAIT_S,
  type PointHelp,
  type PresenceRequest,
  pointHelp,
} from '../../shared/protocol/point-help.ts';
import type { UpdateReport } from '../../shared/protocol/releases.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { TokenSource } from './device-token.ts';
import { hubFailure } from './hub-failure.ts';
import { HUB_TIMEOUTS, type HubTimeouts, type LazyAgent, lazyAgent, type Pins } from './hub-transport.ts';

export type FeedAnswer =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly feed: Feed; readonly etag: string | null };

/**
 * The hub over HTTP. Every answer is checked against its schema; every failure is an `AppError`: the hub's own, or `hub-unreachable`,
 * `hub-timeout`, `hub-not-a-hub`, `hub-wrong-certificate`, `hub-busy`, `cancelled`.
 */
export interface HubClient {
  enrol(body: EnrolRequest, signal?: AbortSignal): Promise<Result<EnrolResponse, AppError>>;
  /** `etag`: of the feed in hand, if any. `head`: the number of this device's last entry, so that the hub knows it has all. */
  feed(etag: string | null, signal?: AbortSignal, head?: number): Promise<Result<FeedAnswer, AppError>>;
  /** Lines of the journal, in order. */
  push(lines: readonly string[], signal?: AbortSignal): Promise<Result<PushResponse, AppError>>;
  /** The hub's newest checkpoint, with what proves that it continues one over `known` entries (0: none) and holds entry `seq`. */
  checkpoint(known: number, seq?: number, signal?: AbortSignal): Promise<Result<CheckpointAnswer, AppError>>;
  /** What the hub has of this device's journal, from the line after `after` on. */
  ownEntries(after: number, signal?: AbortSignal): Promise<Result<OwnEntriesAnswer, AppError>>;
  /** A letter under its hash; the hub must have the entry that names it. A slow line gets several times the usual time. */
  sendAttachment(letter: Letter, bytes: Uint8Array, signal?: AbortSignal): Promise<Result<null, AppError>>;
  /** Leave to measure the line, or the place in the queue for it: then ask again with its ticket. */
  linkSession(ask: LinkAsk, signal?: AbortSignal): Promise<Result<LinkAnswer, AppError>>;
  /** Tells what the test needs from now on; answers what the hub has set aside. */
  linkNeed(rates: LinkRates, signal?: AbortSignal): Promise<Result<LinkRates, AppError>>;
  /** Ends the session, or gives up the place. */
  endLinkSession(signal?: AbortSignal): Promise<Result<null, AppError>>;
  /** What the province asks of this point; with `wait` (seconds) the hub answers when that is something else than `seen`. */
  help(
    asked: { readonly seen: string; readonly wait: number },
    signal?: AbortSignal,
  ): Promise<Result<PointHelp, AppError>>;
  answerHelp(id: string, answer: AskAnswer, signal?: AbortSignal): Promise<Result<null, AppError>>;
  /** Tells which checks run here. */
  presence(running: PresenceRequest, signal?: AbortSignal): Promise<Result<null, AppError>>;
  /** Tells what this point does about a release. */
  reportUpdate(report: UpdateReport, signal?: AbortSignal): Promise<Result<null, AppError>>;
  /** Whether a hub answers at the address. */
  health(signal?: AbortSignal): Promise<Result<Health, AppError>>;
  close(): Promise<void>;
}

export interface HubAddress {
  readonly url: string;
  /** SHA-256 of the certificate in DER, base64url, or several of which one is met; null where there is none to pin. */
  readonly pin: string | Pins | null;
}

type Letter = Pick<AttachmentRef, 'sha256' | 'type'>;

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Sent as they are, instead of `body`. */
  readonly file?: { readonly type: AttachmentType; readonly bytes: Uint8Array };
  readonly etag?: string | null;
  readonly signed: boolean;
  readonly signal: AbortSignal | undefined;
}

const FEED_PATH = '/api/point/feed';
const HELP_PATH = '/api/point/help';
/** 5 MB at 0.5 Mbps take 80 s. */
const LETTER_PATIENCE = 8;
const LINK_PATH = '/api/point/link-sessions';

export function createHubClient(address: HubAddress, token: TokenSource | null, timeouts = HUB_TIMEOUTS): HubClient {
  const agent = lazyAgent(address.pin, timeouts);
  const host = new URL(address.url).host;
  // Of its own: what waits for minutes must not stand in the way of what is sent now.
  const waiting = { ...timeouts, totalMs: timeouts.totalMs + LONGEST_WAIT_S * 1000 };
  const waitingAgent = lazyAgent(address.pin, waiting);
  const send = (call: Call) => sendCall(agent, address.url, token, timeouts, call);

  async function ask<Schema extends z.ZodType>(schema: Schema, call: Call): Promise<Result<z.infer<Schema>, AppError>> {
    const answer = await send(call);
    return answer.ok ? read(schema, answer.value, host) : answer;
  }

  return {
    enrol: (body, signal) =>
      ask(enrolResponse, { method: 'POST', path: '/api/point/enrolments', body, signed: false, signal }),
    async feed(etag, signal, head) {
      const path = head === undefined ? FEED_PATH : `${FEED_PATH}?head=${head}`;
      const answer = await send({ method: 'GET', path, etag, signed: true, signal });
      if (!answer.ok) return answer;
      if (answer.value.status === 304 && etag !== null) return ok({ kind: 'unchanged' });
      const parsed = read(feed, answer.value, host);
      return parsed.ok ? ok({ kind: 'changed', feed: parsed.value, etag: answer.value.etag }) : parsed;
    },
    push: (entries, signal) =>
      ask(pushResponse, { method: 'POST', path: '/api/point/entries', body: { entries }, signed: true, signal }),
    checkpoint(known, seq, signal) {
      const path = `/api/point/checkpoint?known=${known}${seq === undefined ? '' : `&seq=${seq}`}`;
      return ask(checkpointAnswer, { method: 'GET', path, signed: true, signal });
    },
    ownEntries(after, signal) {
      const path = `/api/point/own-entries?after=${after}`;
      return ask(ownEntriesAnswer, { method: 'GET', path, signed: true, signal });
    },
    sendAttachment({ sha256, type }, bytes, signal) {
      const path = `/api/point/attachments/${sha256}`;
      return ask(z.null(), { method: 'POST', path, file: { type, bytes }, signed: true, signal });
    },
    linkSession: (body, signal) => ask(linkAnswer, { method: 'POST', path: LINK_PATH, body, signed: true, signal }),
    async linkNeed(mostMbps, signal) {
      const call = { method: 'POST', path: `${LINK_PATH}/rates`, body: { mostMbps }, signed: true, signal } as const;
      const set = await ask(linkNeed, call);
      return set.ok ? ok(set.value.mostMbps) : set;
    },
    async endLinkSession(signal) {
      const ended = await ask(z.unknown(), { method: 'DELETE', path: LINK_PATH, signed: true, signal });
      return ended.ok ? ok(null) : ended;
    },
    async help({ seen, wait }, signal) {
      const path = `${HELP_PATH}?${new URLSearchParams({ seen, wait: String(wait) })}`;
      const call: Call = { method: 'GET', path, signed: true, signal };
      const answer = await sendCall(waitingAgent, address.url, token, waiting, call);
      return answer.ok ? read(pointHelp, answer.value, host) : answer;
    },
    async answerHelp(id, body, signal) {
      const path = `${HELP_PATH}/${encodeURIComponent(id)}/answer`;
      const told = await ask(z.unknown(), { method: 'POST', path, body, signed: true, signal });
      return told.ok ? ok(null) : told;
    },
    async presence(body, signal) {
      const told = await ask(z.unknown(), { method: 'POST', path: '/api/point/presence', body, signed: true, signal });
      return told.ok ? ok(null) : told;
    },
    async reportUpdate(body, signal) {
      const told = await ask(z.unknown(), { method: 'POST', path: '/api/point/update', body, signed: true, signal });
      return told.ok ? ok(null) : told;
    },
    health: (signal) => ask(health, { method: 'GET', path: '/api/health', signed: false, signal }),
    close: async () => void (await Promise.all([agent.destroy(), waitingAgent.destroy()])),
  };
}

interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly json: unknown;
}

/** Once more with the hub's time when the hub refused a token for its time. */
async function sendCall(
  ...[agent, url, token, timeouts, call]: Parameters<typeof sendOnce>
): Promise<Result<Answer, AppError>> {
  const first = await sendOnce(agent, url, token, timeouts, call);
  const hubTime = first.ok && token ? hubTimeOf(first.value) : null;
  return hubTime === null ? first : sendOnce(agent, url, token && (() => token(hubTime)), timeouts, call);
}

function hubTimeOf({ json }: Answer): number | null {
  const failure = failureBody.safeParse(json);
  if (!failure.success || failure.data.error.code !== 'auth-clock') return null;
  const { hubTime } = failure.data.error.values;
  return typeof hubTime === 'number' ? hubTime : null;
}

async function sendOnce(
  agent: LazyAgent,
  url: string,
  token: TokenSource | null,
  timeouts: HubTimeouts,
  call: Call,
): Promise<Result<Answer, AppError>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (call.signed) {
    const made = (await token?.()) ?? appErr('enrolment-missing');
    if (!made.ok) return made;
    headers.authorization = `Bearer ${made.value}`;
  }
  if (call.etag) headers['if-none-match'] = call.etag;
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  if (call.file) headers['content-type'] = call.file.type;
  const limit = AbortSignal.timeout(timeouts.totalMs * (call.file ? LETTER_PATIENCE : 1));
  try {
    const { request } = (await import('./http.ts')).http;
    const response = await request(new URL(call.path, url), {
      dispatcher: await agent.get(),
      method: call.method,
      headers,
      body: call.file?.bytes ?? (call.body === undefined ? null : JSON.stringify(call.body)),
      signal: call.signal ? AbortSignal.any([call.signal, limit]) : limit,
    });
    const { etag } = response.headers;
    const json = parse(await response.body.text());
    return ok({ status: response.statusCode, etag: typeof etag === 'string' ? etag : null, json });
  } catch (error) {
    return err(hubFailure(error, new URL(url).host, call.signal?.aborted ?? false));
  }
}

/** Statuses with which something in front of a hub says that it is overloaded or restarting. */
const BUSY = new Set([429, 502, 503, 504]);

function read<Schema extends z.ZodType>(
  schema: Schema,
  answer: Answer,
  host: string,
): Result<z.infer<Schema>, AppError> {
  if (answer.status >= 200 && answer.status < 300) {
    const parsed = schema.safeParse(answer.json);
    return parsed.success ? ok(parsed.data) : appErr('hub-not-a-hub', { host });
  }
  const failure = failureBody.safeParse(answer.json);
  if (failure.success) return err(failure.data.error);
  return BUSY.has(answer.status) ? appErr('hub-busy') : appErr('hub-not-a-hub', { host });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
