import { rounded } from '../rounded.ts';
import { type LinkFinding, warning } from './finding.ts';
import type { LinkLimits } from './limits.ts';
import type { LinkReached } from './measurement.ts';

/** What carries the meeting, how it leaves this machine, and where else it must get. */
export function judgePath(measurement: LinkReached, limits: LinkLimits): readonly (LinkFinding | null)[] {
  const { platform = [] } = measurement;
  const missing = platform.filter(({ reached }) => !reached).map(({ name }) => name);
  return [
    ...judgeTransport(measurement),
    missing.length > 0 ? warning('platform-unreachable', { targets: missing.join(', ') }) : null,
    judgeAdapter(measurement, limits),
  ];
}

/** A proxy does no harm to what passes it by: it is worth a word only where the media cannot go over UDP. */
function judgeTransport({ transport, udp, proxy }: LinkReached): readonly (LinkFinding | null)[] {
  const over = transport ?? (udp ? 'udp' : 'tcp');
  if (over === 'udp' && udp) return [];
  return [warning(over === 'websocket' ? 'websocket-only' : 'tcp-only'), proxy ? warning('proxy', { proxy }) : null];
}

function judgeAdapter({ adapter }: LinkReached, { wiredAdvised, wifiSignalPct }: LinkLimits): LinkFinding | null {
  if (adapter?.type !== 'wireless') return null;
  const { name, signalPct = null } = adapter;
  if (signalPct !== null && wifiSignalPct && signalPct < wifiSignalPct.warnBelow)
    return warning('wireless-weak', { adapter: name, signalPct: rounded(signalPct, 0) });
  return wiredAdvised ? warning('wireless', { adapter: name }) : null;
}
