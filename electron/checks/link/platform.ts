import { isIP } from 'node:net';
import type { PlatformTarget } from '../../../shared/checks/link/measurement.ts';
import type { PlatformTargetPolicy } from '../../../shared/policy/link-tests.ts';
import { connectTcp } from './connect.ts';
import { connectTls } from './connect-tls.ts';
import { codeOf } from './error-code.ts';
import { orElse } from './pause.ts';
import type { LinkSystem } from './world.ts';

const TARGET_TIMEOUT_MS = 2_500;
const AT_ONCE = 4;

/**
 * Whether the meeting platform's servers take a connection, and TLS where the policy says so; in the list's order. What they do
 * with UDP cannot be known without being in a meeting of theirs. Never rejects; a few kilobytes in all.
 */
export async function reachPlatform(
  targets: readonly PlatformTargetPolicy[],
  system: Pick<LinkSystem, 'lookup'>,
  signal: AbortSignal,
): Promise<PlatformTarget[]> {
  const found = new Map<PlatformTargetPolicy, PlatformTarget>();
  const left = [...targets];
  const worker = async () => {
    for (let target = left.shift(); target && !signal.aborted; target = left.shift()) {
      found.set(target, await reachTarget(target, system, signal));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, targets.length) }, worker));
  return targets.flatMap((target) => found.get(target) ?? []);
}

async function reachTarget(
  { name, host, port, tls }: PlatformTargetPolicy,
  system: Pick<LinkSystem, 'lookup'>,
  signal: AbortSignal,
): Promise<PlatformTarget> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(TARGET_TIMEOUT_MS)]);
  const start = performance.now();
  const target = { name, host, port };
  try {
    const address = isIP(host) ? host : await named(host, system, patience);
    const socket = await connectTcp({ address, port }, TARGET_TIMEOUT_MS, patience);
    const open = tls ? await connectTls(socket, { host, pin: null }, TARGET_TIMEOUT_MS, patience) : socket;
    const ms = performance.now() - start;
    open.destroy();
    return { ...target, reached: true, ms, cause: null };
  } catch (error) {
    return { ...target, reached: false, ms: null, cause: patience.aborted ? 'ETIMEDOUT' : codeOf(error).slice(0, 120) };
  }
}

async function named(host: string, system: Pick<LinkSystem, 'lookup'>, signal: AbortSignal): Promise<string> {
  const failure = { failed: Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }) };
  const looked = system.lookup(host).then(
    ({ address }) => address,
    (error: unknown) => ({ failed: error }),
  );
  const answer = await orElse(looked, failure, signal);
  if (typeof answer === 'string') return answer;
  throw answer.failed;
}
