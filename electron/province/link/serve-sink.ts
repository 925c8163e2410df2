import { formatSinkReport } from '../../../shared/protocol/link-stream.ts';
import type { LinkStream } from './stream.ts';

const REPORT_EVERY_MS = 5;

/** Takes bytes and tells when how many of the session had come, often enough to see the rate settle. */
export function serveSink({ desk, session, socket }: LinkStream): void {
  let latest = { atUs: 0, bytes: 0 };
  let reported = false;
  let pending: NodeJS.Timeout | null = null;
  let rest: NodeJS.Timeout | null = null;
  socket.once('close', () => {
    for (const timer of [pending, rest]) if (timer) clearTimeout(timer);
  });
  socket.on('data', (chunk: Buffer) => {
    if (!session.spend('up', chunk.byteLength)) {
      desk.drops.count('over-cap');
      socket.destroy();
      return;
    }
    latest = { atUs: session.nowUs(), bytes: session.sink(chunk.byteLength) };
    // The first at once: it dates the beginning.
    if (!reported) report();
    else pending ??= setTimeout(report, REPORT_EVERY_MS);
    const waitMs = session.pace('up', chunk.byteLength);
    if (waitMs > 0) takeRest(waitMs);
  });

  /** What is not read, TCP holds back at the point's end. */
  function takeRest(ms: number): void {
    socket.pause();
    rest = setTimeout(() => socket.resume(), ms);
  }

  function report(): void {
    pending = null;
    reported = true;
    socket.write(formatSinkReport(latest));
  }
}
