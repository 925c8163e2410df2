import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { isIPv4 } from 'node:net';
import { promisify } from 'node:util';
import { networkGatewayDefault } from 'systeminformation';
import { connectTcp } from './connect.ts';
import { codeOf } from './error-code.ts';
import { neighbourAnswers, parseRoutes, routeTo } from './routes.ts';

/** What forwards this machine's packets. `answers` null: the operating system does not tell. */
export interface Gateway {
  readonly address: string;
  readonly answers: boolean | null;
}

/** A port nearly every router has open or refuses; which, does not matter: asking makes the system look for the neighbour. */
const ROUTER_PORT = 53;
const KNOCK_TIMEOUT_MS = 1_000;

/** The gateway towards an address (null: towards anywhere), and whether it is there; null where there is none or nobody tells. */
export async function readGateway(towards: string | null, signal: AbortSignal): Promise<Gateway | null> {
  const address = process.platform === 'linux' ? await linuxGateway(towards) : await networkGatewayDefault();
  if (!address || !isIPv4(address)) return null;
  return { address, answers: (await knock(address, signal)) ?? (await askNeighbours(address)) };
}

async function linuxGateway(towards: string | null): Promise<string | null> {
  const table = await readFile('/proc/net/route', 'utf8').catch(() => '');
  return routeTo(parseRoutes(table), towards)?.gateway ?? null;
}

/** True for any answer at all, a refusal included; null for silence, which many routers keep. */
async function knock(address: string, signal: AbortSignal): Promise<boolean | null> {
  try {
    (await connectTcp({ address, port: ROUTER_PORT }, KNOCK_TIMEOUT_MS, signal)).destroy();
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return true;
    return code === 'EHOSTUNREACH' ? false : null;
  }
}

/** Whoever forwards packets must at least have told its hardware address. */
async function askNeighbours(address: string): Promise<boolean | null> {
  if (process.platform === 'linux') {
    return neighbourAnswers(await readFile('/proc/net/arp', 'utf8').catch(() => ''), address);
  }
  try {
    const { stdout } = await promisify(execFile)('arp', ['-a', address], { timeout: KNOCK_TIMEOUT_MS });
    return /([0-9a-f]{1,2}[-:]){5}[0-9a-f]{1,2}/i.test(stdout);
  } catch {
    return null;
  }
}
