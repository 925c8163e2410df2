import { isIP } from 'node:net';
import type { LinkStep } from '../../../shared/checks/link/measurement.ts';
import { blame, blamePortal } from './blame.ts';
import { connectTcp } from './connect.ts';
import { CertificateMismatch } from './connect-tls.ts';
import { codeOf } from './error-code.ts';
import { CONNECT_TIMEOUT_MS, type HubDoor, isLoopback, shakeHands } from './hub-door.ts';
import { orElse } from './pause.ts';
import type { Unreached } from './unreached.ts';
import type { LinkSystem } from './world.ts';

const NAME_TIMEOUT_MS = 2_000;

export interface ReachedHub {
  readonly address: string;
  readonly localAddress: string;
  readonly nameMs: number;
  readonly tcpConnectMs: number;
  /** Absent where the hub speaks plain HTTP. */
  readonly tlsMs?: number;
}

/** The way to the hub, step by step: its name, a TCP connection to its service, TLS with the certificate it is known by. */
export async function reachHub(
  door: HubDoor,
  system: LinkSystem,
  signal: AbortSignal,
): Promise<ReachedHub | Unreached> {
  const { host, port } = door;
  const local = isLoopback(host);
  const start = performance.now();
  const address = await resolve(host, system, signal);
  if (typeof address !== 'string') return local ? address : blame(address, null, system, signal);
  const named = performance.now();
  try {
    const socket = await connectTcp({ address, port }, CONNECT_TIMEOUT_MS, signal);
    const tcpConnectMs = performance.now() - named;
    const localAddress = socket.localAddress ?? '';
    const found = { address, localAddress, nameMs: named - start, tcpConnectMs };
    if (door.secure) return await greet(door, socket, found, system, signal);
    socket.destroy();
    return found;
  } catch (error) {
    const failure: Unreached = { step: 'tcp', cause: codeOf(error) };
    const cause = local ? failure : await blame(failure, address, system, signal);
    return cause.step === 'tcp' && door.secure ? blamePortal(cause, host, address, system, signal) : cause;
  }
}

async function greet(
  door: HubDoor,
  socket: Awaited<ReturnType<typeof connectTcp>>,
  found: ReachedHub,
  system: LinkSystem,
  signal: AbortSignal,
): Promise<ReachedHub | Unreached> {
  const connected = performance.now();
  try {
    const secure = await shakeHands(socket, door, signal);
    const tlsMs = performance.now() - connected;
    secure.destroy();
    return { ...found, tlsMs };
  } catch (error) {
    return blamePortal({ step: stepOf(error), cause: codeOf(error) }, door.host, found.address, system, signal);
  }
}

/** OpenSSL's and Node's codes of a certificate that was looked at and not accepted. */
const NOT_ACCEPTED =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME_)/;

function stepOf(error: unknown): LinkStep {
  return error instanceof CertificateMismatch || NOT_ACCEPTED.test(codeOf(error)) ? 'certificate' : 'tls';
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
