import { Agent, request } from 'undici';
import { guardedLookup, targetOf } from './target.ts';

/** What a try came to. `outcome`: the status answered, or what broke, for the person who looks at it. */
export interface Sent {
  readonly delivered: boolean;
  /** The receiver says it will never want anything again (410). */
  readonly gone: boolean;
  readonly outcome: string;
}

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

/** Sends one message; every failure is an answer. */
export interface Sender {
  readonly send: (message: Message) => Promise<Sent>;
  readonly close: () => Promise<void>;
}

/** What is read of an answer before the connection is dropped. */
const ANSWER_BYTES = 16 * 1024;

/** Over real sockets. Redirections are not followed: a receiver elsewhere would get what it was not given. */
export function createSender(lookup = guardedLookup()): Sender {
  const agent = new Agent({ connect: { lookup }, pipelining: 1 });
  return {
    async send({ url, headers, body, timeoutMs }) {
      // It was allowed when it was written down; what is allowed may have changed since.
      if (!targetOf(url).ok) return failed('forbidden address');
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const answer = await request(url, { method: 'POST', headers: { ...headers }, body, dispatcher: agent, signal });
        await answer.body.dump({ limit: ANSWER_BYTES, signal });
        const { statusCode: status } = answer;
        return { delivered: status >= 200 && status < 300, gone: status === 410, outcome: String(status) };
      } catch (error) {
        return failed(wordOf(error));
      }
    },
    close: () => agent.destroy(),
  };
}

function failed(outcome: string): Sent {
  return { delivered: false, gone: false, outcome };
}

/** A code where there is one (`ECONNREFUSED`): nothing a receiver says gets in here. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'TimeoutError') return 'timeout';
  const { code } = error as NodeJS.ErrnoException;
  return code ?? (error.message === 'forbidden address' ? error.message : error.name);
}
