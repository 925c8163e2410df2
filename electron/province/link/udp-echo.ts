import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { answerEcho, type EchoDesk } from './answer-echo.ts';
import type { ListeningPort, ResponderLog } from './listening-port.ts';

/** Answers echoes on a UDP port (0: any free one). Throws when the port cannot be had. */
export async function openUdpEcho(
  desk: EchoDesk,
  { host, port, log }: { host: string; port: number; log: ResponderLog },
): Promise<ListeningPort> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  socket.on('message', (bytes, from) => {
    const reply = answerEcho(desk, bytes);
    // A reply that cannot be sent is a lost packet: that is what the point measures.
    if (reply) socket.send(reply, from.port, from.address, () => {});
  });
  socket.bind(port, host);
  await once(socket, 'listening');
  socket.on('error', (error) => log.warn({ err: error }, 'link responder: UDP socket'));
  return { port: socket.address().port, stop: () => new Promise((done) => socket.close(done)) };
}
