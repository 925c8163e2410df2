import type { Agent, buildConnector } from 'undici';
import { certificatePin } from '../crypto/certificate-pin.ts';

/** How long the hub may take, milliseconds. A commune's line can be slow; a person waits for the answer. */
export interface HubTimeouts {
  readonly connectMs: number;
  /** From the request to the end of the answer. */
  readonly totalMs: number;
}

export const HUB_TIMEOUTS: HubTimeouts = { connectMs: 5_000, totalMs: 15_000 };

/** The feed with 200 meetings and a long policy stays far below. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** Fingerprints (SHA-256 of the certificate in DER, base64url) of which any is the hub's; there are two while it changes its certificate. */
export interface Pins {
  readonly accepted: () => readonly string[];
  readonly met: (pin: string) => void;
}

/** The certificate is not the one whose fingerprint the enrolment code carried. */
export class WrongCertificate extends Error {}

/**
 * Connections to one hub. With a pin, exactly the certificate of that fingerprint is accepted, whoever signed it, and nothing is sent
 * before it is checked; without one, the system's authorities decide. The HTTP client is read from disk with the first of them.
 */
export async function hubAgent(
  pin: string | Pins | null,
  timeouts: HubTimeouts,
  mostBytes: number = MAX_ANSWER_BYTES,
): Promise<Agent> {
  const { Agent, buildConnector } = (await import('./http.ts')).http;
  // Without the session cache every connection shows its certificate.
  const options = { timeout: timeouts.connectMs, maxCachedSessions: 0 };
  const connect = buildConnector(pin === null ? options : { ...options, rejectUnauthorized: false });
  return new Agent({
    pipelining: 1,
    connections: 2,
    maxResponseSize: mostBytes,
    connect: pin === null ? connect : pinned(connect, typeof pin === 'string' ? onlyPin(pin) : pin),
  });
}

/** Connections to a hub that may never be asked. */
export interface LazyAgent {
  readonly get: () => Promise<Agent>;
  readonly destroy: () => Promise<void>;
}

/** As `hubAgent`, made for the first request; one after `destroy` fails as it would with an agent that was there. */
export function lazyAgent(...args: Parameters<typeof hubAgent>): LazyAgent {
  let made: Promise<Agent> | null = null;
  let isOver = false;
  async function make(): Promise<Agent> {
    const agent = await hubAgent(...args);
    if (isOver) await agent.destroy();
    return agent;
  }
  return {
    get() {
      made ??= make();
      return made;
    },
    async destroy() {
      isOver = true;
      await (await made)?.destroy();
    },
  };
}

function onlyPin(pin: string): Pins {
  return { accepted: () => [pin], met: () => undefined };
}

function pinned(connect: buildConnector.connector, pins: Pins): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...outcome) => {
      const [error, socket] = outcome;
      if (error) return callback(error, null);
      const shown = certificatePin(socket);
      if (shown !== null && pins.accepted().includes(shown)) {
        pins.met(shown);
        return callback(null, socket);
      }
      socket.destroy();
      return callback(new WrongCertificate('pin'), null);
    });
}
