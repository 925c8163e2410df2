import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LinkWorld } from '../../../../electron/checks/link/world.ts';
import { type LinkResponder, startLinkResponder } from '../../../../electron/province/link/responder.ts';

export interface LoopbackHub {
  readonly url: string;
  readonly responder: LinkResponder;
  readonly stop: () => Promise<void>;
}

/** A listening service with the real link responder beside it, on loopback. */
export async function startHub(): Promise<LoopbackHub> {
  const responder = await startLinkResponder({ host: '127.0.0.1', log: { warn: () => {} } });
  const service = await listen();
  return {
    url: `http://127.0.0.1:${portOf(service)}`,
    responder,
    async stop() {
      await Promise.all([responder.stop(), close(service)]);
    },
  };
}

export async function listen(): Promise<Server> {
  const service = createServer().listen(0, '127.0.0.1');
  await once(service, 'listening');
  return service;
}

export function portOf(service: Server): number {
  return (service.address() as AddressInfo).port;
}

export function close(service: Server): Promise<void> {
  service.closeAllConnections();
  return new Promise((done) => service.close(() => done()));
}

/** The probe's world against a loopback hub; nothing of the machine's own adapters is asked. */
export function worldOf(hub: Pick<LoopbackHub, 'url' | 'responder'>, change: Partial<LinkWorld> = {}): LinkWorld {
  return {
    hubUrl: hub.url,
    grant: async () => hub.responder.grant(),
    signal: new AbortController().signal,
    onProgress: () => {},
    system: { adapterOf: async () => null },
    ...change,
  };
}
