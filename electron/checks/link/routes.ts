import { BlockList, isIPv4 } from 'node:net';

/** A row of Linux's routing table. `gateway` null: whatever it leads to is on the wire itself. */
export interface Route {
  readonly network: string;
  readonly prefix: number;
  readonly gateway: string | null;
}

/** `/proc/net/route`: IPv4, addresses in hexadecimal with the bytes turned round. Rows that are not up are left out. */
export function parseRoutes(text: string): readonly Route[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, network, gateway, flags, , , , mask] = line.trim().split(/\s+/);
      if (!network || !gateway || !mask || (Number.parseInt(flags ?? '0', 16) & 1) === 0) return [];
      const via = addressOf(gateway);
      return [{ network: addressOf(network), prefix: bitsOf(mask), gateway: via === '0.0.0.0' ? null : via }];
    });
}

/** The row the system would take; null for an unknown destination's default route that is not there, or none at all. */
export function routeTo(routes: readonly Route[], address: string | null): Route | null {
  const fitting = routes.filter((route) => (address === null ? route.prefix === 0 : covers(route, address)));
  return fitting.sort((a, b) => b.prefix - a.prefix)[0] ?? null;
}

/**
 * What `/proc/net/arp` knows of a neighbour: true when it has told its hardware address, false when it was asked and is silent,
 * null when nobody asked.
 */
export function neighbourAnswers(text: string, address: string): boolean | null {
  const row = text.split('\n').map((line) => line.trim().split(/\s+/));
  const flags = row.find(([known]) => known === address)?.[2];
  return flags === undefined ? null : (Number.parseInt(flags, 16) & 2) !== 0;
}

function covers({ network, prefix }: Route, address: string): boolean {
  if (!isIPv4(address)) return false;
  if (prefix === 0) return true;
  const list = new BlockList();
  list.addSubnet(network, prefix, 'ipv4');
  return list.check(address, 'ipv4');
}

function addressOf(hex: string): string {
  return [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');
}

function bitsOf(hex: string): number {
  return [...Number.parseInt(hex, 16).toString(2)].filter((bit) => bit === '1').length;
}
