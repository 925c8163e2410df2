import { orElse } from './pause.ts';
import { portalInTheWay } from './portal.ts';
import type { Unreached } from './unreached.ts';
import type { LinkSystem } from './world.ts';

/** What looking for the cause may take beside the failed step itself. */
const SURROUNDINGS_MS = 2_500;

/**
 * The first thing on the way out that is broken, or the failed step itself when all before it is well: without an adapter there
 * is no address, without an address no gateway, and without a gateway no name and no connection.
 */
export async function blame(failure: Unreached, address: string | null, system: LinkSystem, signal: AbortSignal) {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(SURROUNDINGS_MS)]);
  return orElse(firstBroken(failure, address, system, patience), failure, patience);
}

async function firstBroken(
  failure: Unreached,
  address: string | null,
  system: LinkSystem,
  signal: AbortSignal,
): Promise<Unreached> {
  const { cause } = failure;
  if (!system.hasAddress()) return { step: (await system.hasAdapter()) ? 'address' : 'adapter', cause };
  const gateway = await system.gateway(address, signal);
  if (gateway) return gateway.answers === false ? { step: 'gateway', cause: gateway.address } : failure;
  // A router further out may say the same: then there is a gateway.
  return cause === 'ENETUNREACH' ? { step: 'gateway', cause } : failure;
}

/** A connection that fails where a log-in page answers in its place is that page's doing. */
export async function blamePortal(
  failure: Unreached,
  host: string,
  address: string,
  system: LinkSystem,
  signal: AbortSignal,
): Promise<Unreached> {
  return (await portalInTheWay(host, { address, port: system.httpPort }, signal)) ?? failure;
}
