import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { parseSinkReport } from '../../../shared/protocol/link-stream.ts';
import type { LinkTarget } from './target.ts';
import { type Flow, type Transfer, transfer } from './transfer.ts';

const MOST_BYTES = 6_000_000;
/** Random, so that no box on the way can compress it. */
const CHUNK = randomBytes(16_384);

/** Point to hub, by the hub's own count of what arrived and when. */
export function measureUpload(target: LinkTarget, signal: AbortSignal): Promise<Transfer> {
  return transfer(target, 'sink', send, signal);
}

function send(streams: readonly Duplex[], flow: Flow): void {
  let left = MOST_BYTES;
  for (const socket of streams) {
    readReports(socket, ({ atUs, bytes }) => {
      flow.took({ atUs, bytes });
      if (bytes > 0.9 * MOST_BYTES) flow.enough();
    });
    const pump = () => {
      while (left > 0 && !socket.destroyed) {
        left -= CHUNK.byteLength;
        if (!socket.write(CHUNK)) return;
      }
    };
    socket.on('drain', pump);
    pump();
  }
}

function readReports(socket: Duplex, onReport: (report: { atUs: number; bytes: number }) => void): void {
  let text = '';
  socket.on('data', (chunk) => {
    const lines = (text + chunk.toString('latin1')).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const report = parseSinkReport(line);
      if (report) onReport(report);
    }
  });
  socket.resume();
}
