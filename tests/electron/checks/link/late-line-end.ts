import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';

/** A line in a process of its own, to the UDP port that it is told: for a quarter of every second all that goes over it is late. It sends the port of its near end. */
const LATE_SHARE = 0.25;
const LATE_BY_MS = 150;

const [hubPort] = (await once(process, 'message')) as [number];
const near = createSocket('udp4').bind(0, '127.0.0.1');
const far = createSocket('udp4').bind(0, '127.0.0.1');
await Promise.all([once(near, 'listening'), once(far, 'listening')]);
let point: RemoteInfo | null = null;
near.on('message', (bytes, from) => {
  point = from;
  carry(() => far.send(bytes, hubPort, '127.0.0.1'));
});
far.on('message', (bytes) => carry(() => point && near.send(bytes, point.port, point.address)));
process.send?.(near.address().port);

function carry(packet: () => void): void {
  if ((performance.now() / 1_000) % 1 < LATE_SHARE) setTimeout(packet, LATE_BY_MS);
  else packet();
}
