import type { Duplex } from 'node:stream';
import { openStream } from './open-stream.ts';
import { pause } from './pause.ts';
import type { LinkTarget } from './target.ts';

/** How long TCP to the responder's own port is tried alone: a firewall that drops says nothing at all. */
const HEAD_START_MS = 400;

/** By which way streams get through to the responder. */
export interface StreamWay {
  readonly transport: 'tcp' | 'websocket';
  readonly target: LinkTarget;
}

/** Its own TCP port, or the hub's where that is blocked; null when the responder answers by neither. */
export async function findStreamWay(target: LinkTarget, signal: AbortSignal): Promise<StreamWay | null> {
  const { tunnel } = target;
  const direct: StreamWay = { transport: 'tcp', target };
  if (!tunnel) return passes(direct, signal);
  const through: StreamWay = { transport: 'websocket', target: { ...target, connect: tunnel } };
  const tries = new AbortController();
  const either = AbortSignal.any([signal, tries.signal]);
  const first = passes(direct, either);
  const second = (async () => {
    await Promise.race([first, pause(HEAD_START_MS, either)]);
    return (await Promise.race([first, null])) ? null : passes(through, either);
  })();
  const found = await firstOf([first, second]);
  tries.abort();
  return found;
}

/** The first that is not null; null when none is. */
function firstOf<T>(tries: readonly Promise<T | null>[]): Promise<T | null> {
  return new Promise((resolve) => {
    for (const one of tries) void one.then((found) => found && resolve(found));
    void Promise.all(tries).then(() => resolve(null));
  });
}

async function passes(way: StreamWay, signal: AbortSignal): Promise<StreamWay | null> {
  const stream: Duplex | null = await openStream(way.target, 'echo', signal).catch(() => null);
  stream?.destroy();
  return stream && way;
}
