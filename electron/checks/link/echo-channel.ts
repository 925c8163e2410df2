import { once } from 'node:events';
import { frameOf, splitFrames } from '../../../shared/protocol/link-frames.ts';
import { watchLooks } from '../../time/last-look.ts';
import { openStream } from './open-stream.ts';
import type { LinkTarget } from './target.ts';

/** `unseenUs`: how long it may have lain here until it was seen. */
export type EchoListener = (datagram: Uint8Array, unseenUs: number) => void;

/** A way for datagrams to the responder and back. */
export interface EchoChannel {
  readonly send: (datagram: Uint8Array) => void;
  readonly onDatagram: (listener: EchoListener) => void;
  readonly close: () => Promise<void>;
}

/** Over TCP, where UDP does not pass. Rejects when the responder does not let us in. */
export async function tcpChannel(target: LinkTarget, signal: AbortSignal): Promise<EchoChannel> {
  const socket = await openStream(target, 'echo', signal);
  const looks = watchLooks();
  return {
    send: (datagram) => void socket.write(frameOf(datagram)),
    onDatagram(listener) {
      const frames = splitFrames();
      socket.on('data', (chunk) => {
        const unseenUs = looks.unseenUs();
        for (const frame of frames.push(chunk)) if (frame) listener(frame, unseenUs);
      });
      socket.resume();
    },
    async close() {
      looks.stop();
      socket.destroy();
      if (!socket.closed) await once(socket, 'close');
    },
  };
}
