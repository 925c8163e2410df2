import type { Duplex } from 'node:stream';
import { helloText, LINK_HELLO_MAX_BYTES, type LinkHello, parseHello } from '../../../shared/protocol/link-stream.ts';
import { helloIsAuthentic } from '../../crypto/link-mac.ts';
import type { EchoDesk } from './answer-echo.ts';
import type { DropReason } from './drops.ts';
import { serveEcho } from './serve-echo.ts';
import { serveSink } from './serve-sink.ts';
import { serveSource } from './serve-source.ts';
import type { LinkSession } from './sessions.ts';

const HELLO_TIMEOUT_MS = 3_000;
const CONNECTION_LIFE_MS = 10_000;

const SERVE = { echo: serveEcho, sink: serveSink, source: serveSource };

/** Reads the first line of a stream, over TCP or a WebSocket; whoever does not prove a live session with it is closed without a word. */
export function welcome(desk: EchoDesk, socket: Duplex): void {
  // A peer that resets is no news: `close` follows and tidies up.
  socket.on('error', () => {});
  const timer = setTimeout(() => refuse('silent'), HELLO_TIMEOUT_MS);
  socket.once('close', () => clearTimeout(timer));
  let read = Buffer.alloc(0);
  socket.on('data', onData);

  function onData(chunk: Buffer): void {
    read = Buffer.concat([read, chunk]);
    const end = read.indexOf(0x0a);
    if (end < 0 && read.byteLength <= LINK_HELLO_MAX_BYTES) return;
    socket.off('data', onData);
    clearTimeout(timer);
    const line = end < 0 ? '' : read.subarray(0, end).toString('latin1');
    const caller = authenticate(desk, line);
    if ('refused' in caller) {
      refuse(caller.refused);
      return;
    }
    const opened = caller.session.open(caller.hello.nonce, () => socket.destroy());
    if (opened === 'opened') admit(desk, socket, caller, read.subarray(end + 1));
    else refuse(opened);
  }

  function refuse(reason: DropReason): void {
    desk.drops.count(reason);
    socket.destroy();
  }
}

interface Caller {
  readonly session: LinkSession;
  readonly hello: LinkHello;
}

function authenticate({ sessions }: EchoDesk, line: string): Caller | { readonly refused: DropReason } {
  const hello = parseHello(line);
  if (!hello) return { refused: 'malformed' };
  const session = sessions.find(hello.session);
  if (!session) return { refused: 'foreign' };
  return helloIsAuthentic(helloText(hello), hello.mac, session.key) ? { session, hello } : { refused: 'forged' };
}

function admit(desk: EchoDesk, socket: Duplex, { session, hello }: Caller, rest: Buffer): void {
  const timer = setTimeout(() => socket.destroy(), CONNECTION_LIFE_MS);
  socket.once('close', () => {
    clearTimeout(timer);
    session.release(hello.nonce);
  });
  if (rest.byteLength > 0) socket.unshift(rest);
  socket.write('ok\n');
  SERVE[hello.mode]({ desk, session, socket });
}
