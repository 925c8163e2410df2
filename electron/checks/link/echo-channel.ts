import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { frameOf, splitFrames } from '../../../shared/protocol/link-frames.ts';
import { openStream } from './open-stream.ts';
import type { LinkTarget } from './target.ts';

/** A way for datagrams to the responder and back. */
export interface EchoChannel {
  readonly send: (datagram: Uint8Array) => void;
  readonly onDatagram: (listener: (datagram: Uint8Array) => void) => void;
  readonly close: () => Promise<void>;
}

/** Over UDP. A send that fails, as on a refused port, is a packet lost. */
export async function udpChannel({ address, udpPort }: LinkTarget): Promise<EchoChannel> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  socket.on('error', () => {});
  socket.connect(udpPort, address);
  await once(socket, 'connect');
  return {
    send: (datagram) => socket.send(datagram, () => {}),
    onDatagram: (listener) => void socket.on('message', listener),
    close: () => new Promise((done) => socket.close(done)),
  };
}

/** Over TCP, where UDP does not pass. Rejects when the responder does not let us in. */
export async function tcpChannel(target: LinkTarget, signal: AbortSignal): Promise<EchoChannel> {
  const socket = await openStream(target, 'echo', signal);
  return {
    send: (datagram) => void socket.write(frameOf(datagram)),
    onDatagram(listener) {
      const frames = splitFrames();
      socket.on('data', (chunk) => {
        for (const frame of frames.push(chunk)) if (frame) listener(frame);
      });
      socket.resume();
    },
    async close() {
      socket.destroy();
      if (!socket.closed) await once(socket, 'close');
    },
  };
}
