import type { LinkNotReached, LinkReached } from '../../../shared/checks/link/measurement.ts';
import type { HubDoor } from './hub-door.ts';
import { orElse } from './pause.ts';
import { reachPlatform } from './platform.ts';
import { whoAnswers } from './portal.ts';
import type { ReachedHub } from './reach.ts';
import type { Unreached } from './unreached.ts';
import type { LinkSystem, LinkWorld } from './world.ts';

const PROXY_TIMEOUT_MS = 1_000;
/** No longer than the measuring itself takes. */
const ADAPTER_TIMEOUT_MS = 3_000;

/** What stands around the measuring itself; starts at once. Never rejects, and is through soon after the signal aborts. */
export async function lookAround(
  { platformTargets = [] }: LinkWorld,
  system: LinkSystem,
  localAddress: string,
  signal: AbortSignal,
): Promise<Pick<LinkReached, 'adapter' | 'platform'>> {
  const [adapter, platform] = await Promise.all([
    orElse(system.adapterOf(localAddress), null, AbortSignal.any([signal, AbortSignal.timeout(ADAPTER_TIMEOUT_MS)])),
    reachPlatform(platformTargets, system, signal),
  ]);
  return { adapter, ...(platform.length > 0 && { platform }) };
}

/** The proxy that the system would use for the hub; absent where nobody tells. */
export async function proxyInUse(
  hubUrl: string,
  system: LinkSystem,
  signal: AbortSignal,
): Promise<Pick<LinkNotReached, 'proxy'>> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PROXY_TIMEOUT_MS)]);
  const proxy = await orElse(system.proxyOf(hubUrl), undefined, patience);
  return proxy === undefined ? {} : { proxy };
}

/** Why the hub gave no session: something else may have answered in its place, or it may be ill itself. */
export async function explainRefusal(
  refused: Unreached,
  door: HubDoor,
  { address }: ReachedHub,
  signal: AbortSignal,
): Promise<Unreached> {
  if (!UNCLEAR.has(refused.cause) || refused.queue) return refused;
  const found = await whoAnswers(door, address, signal);
  return found && (found.step === 'portal' || /^http-\d/.test(found.cause)) ? found : refused;
}

/** What a page, a proxy or a broken hub may be behind. */
const UNCLEAR: ReadonlySet<string> = new Set(['hub-not-a-hub', 'hub-busy', 'internal']);
