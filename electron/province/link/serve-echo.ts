import { frameOf, splitFrames } from '../../../shared/protocol/link-frames.ts';
import { answerEcho } from './answer-echo.ts';
import type { LinkStream } from './stream.ts';

/** Echoes over TCP: the datagrams of UDP, each after its length. The first wrong one ends the connection. */
export function serveEcho({ desk, socket }: LinkStream): void {
  const frames = splitFrames();
  socket.on('data', (chunk: Buffer) => {
    for (const frame of frames.push(chunk)) {
      if (!frame) desk.drops.count('malformed');
      const reply = frame && answerEcho(desk, { bytes: frame, unseenUs: 0 });
      if (!reply) return void socket.destroy();
      socket.write(frameOf(reply));
    }
  });
}
