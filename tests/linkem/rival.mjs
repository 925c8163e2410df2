/**
 * Another user of the same line, for as long as it runs: STREAMS (2) TCP connections each way between here and
 * `ref-server.mjs`, as fast as TCP lets them.
 */
import net from 'node:net';

const host = process.env.LINK_SERVER, streams = +(process.env.STREAMS ?? 2), chunk = Buffer.alloc(65536);
for (let i = 0; i < streams; i++) {
  net.connect(9001, host).on('error', () => {}).resume();
  const up = net.connect(9002, host).on('error', () => {}), pump = () => { while (!up.destroyed && up.write(chunk)); };
  up.on('connect', pump).on('drain', pump);
}
