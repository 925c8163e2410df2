import { afterEach, expect, it } from 'vitest';
import { connectTcp } from '../../../../electron/checks/link/connect.ts';
import { close, listen, portOf } from './hub.ts';

const services: Awaited<ReturnType<typeof listen>>[] = [];
afterEach(() => Promise.all(services.splice(0).map(close)));

it('rejects when the signal aborts while it is still connecting', async () => {
  const service = await listen();
  services.push(service);
  const controller = new AbortController();
  const connecting = connectTcp({ address: '127.0.0.1', port: portOf(service) }, 5_000, controller.signal);
  controller.abort(new Error('enough'));
  await expect(connecting).rejects.toThrow('enough');
});
