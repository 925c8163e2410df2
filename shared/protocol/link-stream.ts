/**
 * The first line of a TCP connection to the link responder:
 * `DC1 MODE SESSION NONCE MAC`, where MAC (32 hexadecimal digits) is over the rest of the line. A nonce opens one connection only.
 * The responder answers `ok` or closes without a word. Then, by mode:
 * - `echo`: datagrams of `link-wire.ts`, each after its length (16 bits), come back as replies;
 * - `sink`: the point sends bytes, the hub writes lines `MICROSECONDS BYTES`: what the session's sinks took so far;
 * - `source`: the hub sends bytes until its cap or until the point closes.
 */
export const LINK_STREAM_MODES = ['echo', 'sink', 'source'] as const;
export type LinkStreamMode = (typeof LINK_STREAM_MODES)[number];

export interface LinkHello {
  readonly mode: LinkStreamMode;
  readonly session: string;
  readonly nonce: string;
  readonly mac: string;
}

/** Where the hub's own port takes such a stream as a WebSocket: each binary message is a piece of it, cut anywhere. */
export const LINK_WEBSOCKET_PATH = '/api/point/link-stream';

/** Longer than any valid first line. */
export const LINK_HELLO_MAX_BYTES = 128;

const HELLO = /^DC1 (echo|sink|source) ([0-9a-f]{16}) ([0-9a-f]{16}) ([0-9a-f]{32})$/;

/** What the MAC of a first line is over. */
export function helloText({ mode, session, nonce }: Omit<LinkHello, 'mac'>): string {
  return `DC1 ${mode} ${session} ${nonce}`;
}

export function formatHello(hello: LinkHello): string {
  return `${helloText(hello)} ${hello.mac}\n`;
}

/** `line` without its line end; null for anything else than a first line. */
export function parseHello(line: string): LinkHello | null {
  const [, mode, session, nonce, mac] = HELLO.exec(line) ?? [];
  const known = LINK_STREAM_MODES.find((candidate) => candidate === mode);
  return known && session && nonce && mac ? { mode: known, session, nonce, mac } : null;
}

export interface SinkReport {
  /** The hub's clock, microseconds. */
  readonly atUs: number;
  /** Bytes that all sinks of the session took so far. */
  readonly bytes: number;
}

export function formatSinkReport({ atUs, bytes }: SinkReport): string {
  return `${atUs} ${bytes}\n`;
}

export function parseSinkReport(line: string): SinkReport | null {
  const [, at, bytes] = /^(\d{1,16}) (\d{1,15})$/.exec(line) ?? [];
  return at && bytes ? { atUs: Number(at), bytes: Number(bytes) } : null;
}
