import { formatSinkReport } from '../../../shared/protocol/link-stream.ts';
import type { LinkStream } from './stream.ts';

const REPORT_EVERY_US = 5_000;

/** Takes bytes and tells when how many of the session had come, often enough to see the rate settle. */
export function serveSink({ desk, session, socket }: LinkStream): void {
  let reportedAtUs = 0;
  socket.on('data', (chunk: Buffer) => {
    if (!session.spend('up', chunk.byteLength)) {
      desk.drops.count('over-cap');
      return void socket.destroy();
    }
    const atUs = session.nowUs();
    if (atUs - reportedAtUs < REPORT_EVERY_US) return;
    reportedAtUs = atUs;
    socket.write(formatSinkReport({ atUs, bytes: session.spent('up') }));
  });
}
