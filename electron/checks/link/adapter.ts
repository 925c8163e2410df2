import { networkInterfaces } from 'systeminformation';
import type { LinkAdapter } from '../../../shared/checks/link/measurement.ts';

/** The adapter that has this address, as systeminformation sees it; null when none has, as for loopback. */
export async function adapterWithAddress(localAddress: string): Promise<LinkAdapter | null> {
  const found = await networkInterfaces();
  const adapter = [found].flat().find(({ ip4, ip6, internal }) => !internal && [ip4, ip6].includes(localAddress));
  if (!adapter) return null;
  const type = adapter.type === 'wired' || adapter.type === 'wireless' ? adapter.type : 'other';
  const speedMbps = adapter.speed && adapter.speed > 0 ? adapter.speed : null;
  return { name: adapter.ifaceName || adapter.iface, type, speedMbps };
}
