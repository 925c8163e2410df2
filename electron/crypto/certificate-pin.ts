import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** SHA-256 of the other end's certificate in DER, base64url; null on a connection without one. */
export function certificatePin(socket: Socket): string | null {
  if (!(socket instanceof TLSSocket)) return null;
  const raw = socket.getPeerX509Certificate()?.raw;
  return raw ? createHash('sha256').update(raw).digest('base64url') : null;
}
