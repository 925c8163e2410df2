import { isIP, isIPv4 } from 'node:net';
import type { LinkNotReached, LinkStep } from '../../../shared/checks/link/measurement.ts';
import { connectTcp } from './connect.ts';
import { orElse } from './pause.ts';
import type { LinkSystem } from './world.ts';

const NAME_TIMEOUT_MS = 2_000;
const CONNECT_TIMEOUT_MS = 2_500;

export interface ReachedHub {
  readonly address: string;
  readonly localAddress: string;
  readonly nameMs: number;
  readonly tcpConnectMs: number;
}

export interface Unreached {
  readonly step: LinkStep;
  readonly cause: string;
  readonly queue?: NonNullable<LinkNotReached['queue']>;
}

/** The way to the hub, step by step: its name, then a TCP connection to its service. */
export async function reachHub(
  hubUrl: string,
  system: LinkSystem,
  signal: AbortSignal,
): Promise<ReachedHub | Unreached> {
  const url = new URL(hubUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const start = performance.now();
  const address = await resolve(host, system, signal);
  if (typeof address !== 'string') return blame(host, address, system);
  const named = performance.now();
  try {
    const socket = await connectTcp({ address, port }, CONNECT_TIMEOUT_MS, signal);
    const connected = performance.now();
    const localAddress = socket.localAddress ?? '';
    socket.destroy();
    return { address, localAddress, nameMs: named - start, tcpConnectMs: connected - named };
  } catch (error) {
    return blame(address, { step: 'tcp', cause: codeOf(error) }, system);
  }
}

async function resolve(host: string, system: LinkSystem, signal: AbortSignal): Promise<string | Unreached> {
  if (isIP(host)) return host;
  const patience = AbortSignal.any([signal, AbortSignal.timeout(NAME_TIMEOUT_MS)]);
  const answer = system.lookup(host).then(
    ({ address }) => address,
    (error: unknown): Unreached => ({ step: 'name', cause: codeOf(error) }),
  );
  return orElse(answer, { step: 'name', cause: 'ETIMEDOUT' }, patience);
}

/** A machine without an address of its own cannot have reached anything outside: then that is the finding. */
function blame(host: string, failure: Unreached, system: LinkSystem): Unreached {
  return isLoopback(host) || system.hasAddress() ? failure : { step: 'adapter', cause: failure.cause };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
