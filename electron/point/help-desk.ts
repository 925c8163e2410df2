import type { CheckId } from '../../shared/checks/check-id.ts';
import { type AppError, appErr } from '../../shared/errors.ts';
import { type AskAnswer, LONGEST_WAIT_S } from '../../shared/protocol/point-help.ts';
import type { Ask } from '../../shared/protocol/wall.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Clock } from './clock.ts';
import type { HubClient } from './hub-client.ts';
import { backOffMs, type SyncConfig } from './sync-config.ts';

export interface HelpDeskWorld {
  readonly hub: Pick<HubClient, 'help' | 'answerHelp' | 'presence'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly config: SyncConfig;
  readonly appVersion: string;
  readonly onChange: () => void;
}

/** What runs here right now. */
export interface Running {
  readonly meetingId: string | null;
  readonly checks: readonly CheckId[];
}

/**
 * What the province asks of this point, and what it is told of checks that run here. Nothing of it is kept on disk or journalled:
 * it is help, not evidence.
 */
export interface HelpDesk {
  /** Not answered and not over; the oldest first. */
  readonly asks: () => readonly Ask[];
  /** Errors: `not-found`, `ask-over`, and those of the way to the hub. */
  readonly answer: (id: string, answer: AskAnswer['answer']) => Promise<Result<null, AppError>>;
  /** Tells the province which checks run, again and again while any does. */
  readonly setRunning: (running: Running) => void;
  /** Asks the hub from now on, and waits there for what comes. Returns its stop. */
  readonly start: () => () => void;
}

/** Well within the time the province believes it for. */
const SAY_EVERY_MS = 15_000;

export function createHelpDesk({ hub, clock, random, config, appVersion, onChange }: HelpDeskWorld): HelpDesk {
  let asks: readonly Ask[] = [];
  let tag = '';
  let running: Running = { meetingId: null, checks: [] };
  let stopSaying = (): void => undefined;

  function put(next: readonly Ask[]): void {
    asks = next;
    onChange();
  }

  async function look(signal: AbortSignal): Promise<boolean> {
    const answer = await hub.help({ seen: tag, wait: tag === '' ? 0 : LONGEST_WAIT_S }, signal);
    if (!answer.ok) return false;
    const isNews = answer.value.tag !== tag;
    tag = answer.value.tag;
    if (isNews) put(answer.value.asks);
    return true;
  }

  /** Nobody is told when it fails: the province shows it as no longer running by itself. */
  function say(): void {
    stopSaying();
    void hub.presence({ ...running, checks: [...running.checks], appVersion });
    if (running.checks.length > 0) stopSaying = clock.after(SAY_EVERY_MS, say);
  }

  return {
    asks: () => asks.filter(({ expiresAt }) => expiresAt > clock.now()),
    async answer(id, answer) {
      if (!asks.some((one) => one.id === id)) return appErr('ask-over');
      const told = await hub.answerHelp(id, { answer });
      const over = told.ok || told.error.code === 'ask-over' || told.error.code === 'not-found';
      if (over && !(told.ok && answer === 'accepted')) put(asks.filter((one) => one.id !== id));
      if (told.ok && answer === 'accepted')
        put(asks.map((one) => (one.id === id ? { ...one, state: 'accepted' as const } : one)));
      return told.ok ? ok(null) : told;
    },
    setRunning(next) {
      const meetingId = next.checks.length === 0 ? running.meetingId : next.meetingId;
      running = { meetingId, checks: next.checks };
      say();
    },
    start() {
      const stopped = new AbortController();
      let cancel = (): void => undefined;
      let failures = 0;
      const round = async (): Promise<void> => {
        failures = (await look(stopped.signal)) ? 0 : failures + 1;
        if (stopped.signal.aborted) return;
        cancel = clock.after(failures === 0 ? 0 : backOffMs(config, failures, random()), () => void round());
      };
      // The first contact brings the version that runs here, too.
      say();
      void round();
      return () => {
        stopped.abort();
        cancel();
        stopSaying();
      };
    },
  };
}
