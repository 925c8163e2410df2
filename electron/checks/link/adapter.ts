import { networkInterfaces, wifiConnections } from 'systeminformation';
import type { LinkAdapter } from '../../../shared/checks/link/measurement.ts';

/**
 * The adapter that has this address, as systeminformation sees it; null when none has, as for loopback. Of a Wi-Fi its signal and
 * speed, never its name: that would tell where somebody is.
 */
export async function adapterWithAddress(localAddress: string): Promise<LinkAdapter | null> {
  const found = await networkInterfaces();
  const adapter = [found].flat().find(({ ip4, ip6, internal }) => !internal && [ip4, ip6].includes(localAddress));
  if (!adapter) return null;
  const type = adapter.type === 'wired' || adapter.type === 'wireless' ? adapter.type : 'other';
  const name = adapter.ifaceName || adapter.iface;
  if (type !== 'wireless') return { name, type, speedMbps: positive(adapter.speed) };
  const wifi = (await wifiConnections()).find(({ iface }) => [adapter.iface, adapter.ifaceName].includes(iface));
  const signalPct = wifi ? percent(wifi.quality) : null;
  return { name, type, speedMbps: positive(adapter.speed) ?? positive(wifi?.txRate), signalPct };
}

/** Whether any adapter that leads out of this machine is up, with an address or without. */
export async function hasAdapterUp(): Promise<boolean> {
  const found = await networkInterfaces();
  return [found].flat().some(({ internal, virtual, operstate }) => !internal && !virtual && operstate === 'up');
}

function positive(speed: number | null | undefined): number | null {
  return speed && speed > 0 ? speed : null;
}

function percent(quality: number | null): number | null {
  return quality !== null && quality >= 0 && quality <= 100 ? quality : null;
}
