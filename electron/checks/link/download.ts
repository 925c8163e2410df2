import type { Duplex } from 'node:stream';
import type { LinkTarget } from './target.ts';
import { type Flow, type Transfer, transfer } from './transfer.ts';

/** Hub to point. The hub ends a stream at its cap: from then on fewer streams would measure less, so it is enough. */
export function measureDownload(target: LinkTarget, signal: AbortSignal): Promise<Transfer> {
  return transfer(target, 'source', (streams, flow) => receive(streams, flow, target), signal);
}

function receive(streams: readonly Duplex[], flow: Flow, { nowUs }: LinkTarget): void {
  let bytes = 0;
  for (const socket of streams) {
    socket.on('data', (chunk) => {
      bytes += chunk.byteLength;
      flow.took({ atUs: nowUs(), bytes });
    });
    socket.once('end', flow.enough);
    socket.resume();
  }
}
