import { health } from '../../../shared/protocol/health.ts';
import { connectTcp } from './connect.ts';
import { codeOf } from './error-code.ts';
import { type HttpAnswer, httpAnswer } from './http-answer.ts';
import { type HubDoor, openDoor } from './hub-door.ts';
import type { Unreached } from './unreached.ts';

const ANSWER_TIMEOUT_MS = 2_000;
const PORTAL_TIMEOUT_MS = 1_500;
/** RFC 6585: the network wants a log-in first. */
const NETWORK_AUTHENTICATION = 511;
const PROXY_AUTHENTICATION = 407;

/** What answers at the hub's address: null when it is a hub that is well, else what it is instead. */
export async function whoAnswers(door: HubDoor, address: string, signal: AbortSignal): Promise<Unreached | null> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
  try {
    const socket = await openDoor(door, address, patience);
    return readAnswer(await httpAnswer(socket, door.host, '/api/health', patience), door.host);
  } catch (error) {
    return { step: 'hub', cause: patience.aborted ? 'hub-timeout' : codeOf(error) };
  }
}

/** A page where a hub would have said that it is one, or the way to one, is a log-in page; a hub never redirects. */
export function readAnswer(answer: HttpAnswer, host: string): Unreached | null {
  const { status } = answer;
  if (isPortal(answer, host)) return { step: 'portal', cause: `http-${status}` };
  if (status >= 500) return { step: 'hub', cause: `http-${status}` };
  if (status === 200 && isHealth(answer.body)) return null;
  return { step: 'hub', cause: 'hub-not-a-hub' };
}

function isPortal({ status, contentType, body, location }: HttpAnswer, host: string): boolean {
  if (status === NETWORK_AUTHENTICATION || status === PROXY_AUTHENTICATION) return true;
  if (status >= 300 && status < 400) return leadsAway(location, host);
  return status === 200 && (contentType.startsWith('text/html') || /^\s*</.test(body));
}

/** Does a log-in page intercept plain HTTP to the hub? It often does so where it silently drops everything else. */
export async function portalInTheWay(
  host: string,
  { address, port }: { readonly address: string; readonly port: number },
  signal: AbortSignal,
): Promise<Unreached | null> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PORTAL_TIMEOUT_MS)]);
  try {
    const socket = await connectTcp({ address, port }, PORTAL_TIMEOUT_MS, patience);
    const { status, location } = await httpAnswer(socket, host, '/', patience);
    // A page of its own is no sign: something else may be served beside the hub.
    const portal = status === NETWORK_AUTHENTICATION || (status >= 300 && status < 400 && leadsAway(location, host));
    return portal ? { step: 'portal', cause: `http-${status}` } : null;
  } catch {
    return null;
  }
}

/** To another machine: from HTTP to HTTPS of the same one is no log-in page. */
function leadsAway(location: string | null, host: string): boolean {
  if (location === null || !URL.canParse(location)) return false;
  return new URL(location).hostname.replace(/^\[|\]$/g, '') !== host;
}

function isHealth(body: string): boolean {
  try {
    return health.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
}
