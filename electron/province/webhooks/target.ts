import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';

/** Where no receiver is: the link's own addresses (metadata services of clouds among them), groups, nobody. */
const FORBIDDEN = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.192', 32],
  ['100.100.100.200', 32],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  FORBIDDEN.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 128],
  ['fe80::', 10],
  ['fd00:ec2::', 32],
  ['ff00::', 8],
  // Ways to write any IPv4 address as an IPv6 one.
  ['64:ff9b::', 96],
  ['2002::', 16],
] as const) {
  FORBIDDEN.addSubnet(net, bits, 'ipv6');
}
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * An address the hub may tell things to: HTTPS, or plain HTTP on this very machine. A receiver in the province's own network is
 * usual, so private networks are not refused. Error `webhook-address`.
 */
export function targetOf(text: string): Result<URL, AppError> {
  if (!URL.canParse(text)) return appErr('webhook-address');
  const url = new URL(text);
  const local = isLoopbackName(url.hostname);
  const scheme = url.protocol === 'https:' || (url.protocol === 'http:' && local);
  if (!scheme || url.username !== '' || url.password !== '' || url.hash !== '') return appErr('webhook-address');
  const literal = unbracketed(url.hostname);
  if (isIP(literal) !== 0 && !mayReach(literal, local)) return appErr('webhook-address');
  return ok(url);
}

/** The address looked up must be allowed too, and is the one connected to: a name cannot lead elsewhere in between. */
export function guardedLookup(resolve: typeof lookup = lookup): LookupFunction {
  return (hostname: string, options: LookupOptions, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const allowed = found.filter(({ address }) => mayReach(address, isLoopbackName(hostname)));
      const [first] = allowed;
      if (first === undefined) return callback(new Error('forbidden address'), '', 0);
      if (options.all) callback(null, allowed as never);
      else callback(null, first.address, first.family);
    });
  };
}

function mayReach(address: string, local: boolean): boolean {
  // An IPv4 address in an IPv6 one (`::ffff:a9fe:a9fe`) is known by the list as what it is.
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  if (FORBIDDEN.check(address, family)) return false;
  return local || !LOOPBACK.check(address, family);
}

function isLoopbackName(hostname: string): boolean {
  const literal = unbracketed(hostname);
  if (literal === 'localhost') return true;
  const family = isIP(literal);
  return family !== 0 && LOOPBACK.check(literal, family === 4 ? 'ipv4' : 'ipv6');
}

function unbracketed(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
