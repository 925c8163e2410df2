import { z } from 'zod';
import { appErr } from '../../shared/errors.ts';
import {
  type LiveUpdate,
  liveUpdate,
  type loginRequest,
  meetingList,
  readinessReport,
  type SessionInfo,
  sessionInfo,
} from '../../shared/protocol/console.ts';
import { failureBody } from '../../shared/protocol/failure.ts';
import type { Result } from '../../shared/result.ts';

export type MeetingList = z.infer<typeof meetingList>;
export type Report = z.infer<typeof readinessReport>;
export type Credentials = z.infer<typeof loginRequest>;

/** Whether updates arrive right now. */
export type LiveState = 'on' | 'connecting';

/** The hub as the console sees it. Expected failures come back as errors with words. */
export interface ConsoleApi {
  readonly session: () => Promise<Result<SessionInfo>>;
  readonly signIn: (credentials: Credentials) => Promise<Result<SessionInfo>>;
  readonly signOut: () => Promise<Result<null>>;
  readonly meetings: () => Promise<Result<MeetingList>>;
  readonly readiness: (meetingId: string) => Promise<Result<Report>>;
  /** Follows the live updates until stopped, and connects again by itself. */
  readonly live: (onUpdate: (update: LiveUpdate) => void, onState: (state: LiveState) => void) => () => void;
}

/** Addresses are relative: the page comes from the hub itself, or through the application's own scheme. */
export function reportUrl(meetingId: string, format: 'json' | 'csv'): string {
  return `/api/reports/readiness?${new URLSearchParams({ meeting: meetingId, format })}`;
}

const TIMEOUT_MS = 15_000;

export function createConsoleApi(): ConsoleApi {
  const session = '/api/console/session';
  return {
    session: () => call(session, { method: 'GET' }, sessionInfo),
    signIn: (credentials) => call(session, { method: 'POST', body: JSON.stringify(credentials) }, sessionInfo),
    signOut: () =>
      call(
        session,
        { method: 'DELETE' },
        z.unknown().transform(() => null),
      ),
    meetings: () => call('/api/console/meetings', { method: 'GET' }, meetingList),
    readiness: (id) =>
      call(`/api/console/meetings/${encodeURIComponent(id)}/readiness`, { method: 'GET' }, readinessReport),
    live: followLive,
  };
}

async function call<Schema extends z.ZodType>(
  path: string,
  init: RequestInit,
  schema: Schema,
): Promise<Result<z.infer<Schema>>> {
  const headers = init.body ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(path, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
  if (answer === null) return appErr('hub-unreachable', { host: location.host });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    const failure = failureBody.safeParse(body);
    return failure.success ? { ok: false, error: failure.data.error } : appErr('internal');
  }
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : appErr('hub-not-a-hub', { host: location.host });
}

const AGAIN_MS = 5000;

function followLive(onUpdate: (update: LiveUpdate) => void, onState: (state: LiveState) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function connect(): void {
    source = new EventSource('/api/console/live');
    source.onopen = () => onState('on');
    source.onerror = () => {
      onState('connecting');
      // A refused connection is closed for good by the browser; a broken one it takes up again itself.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, AGAIN_MS);
    };
    source.addEventListener('readiness', (event) => {
      const update = liveUpdate.safeParse(parsedJson(event.data));
      if (update.success) onUpdate(update.data);
    });
  }
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function parsedJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
