import { startLinkResponder } from '../../../../electron/province/link/responder.ts';
import { listen, portOf } from './hub.ts';

/** A hub in a process of its own. It sends its address, then a grant each time it is asked; or stands still, with all there is in it. */
export type Asked = 'grant' | { readonly standStillMs: number };

/** Or a line within one machine would be measured to its end. */
const MOST_MBPS = { down: 30, up: 30 };

const responder = await startLinkResponder({ host: '127.0.0.1', log: { warn: () => {} } });
const service = await listen();
const asleep = new Int32Array(new SharedArrayBuffer(4));

process.on('message', (asked: Asked) => {
  if (asked === 'grant') process.send?.(responder.grant({ mostMbps: () => MOST_MBPS, onEnd: () => {} }));
  else Atomics.wait(asleep, 0, 0, asked.standStillMs);
});
process.send?.(`http://127.0.0.1:${portOf(service)}`);
