import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { certificatePin } from '../../crypto/certificate-pin.ts';

export interface TlsPeer {
  /** As the address names it: a name is told to the other end. */
  readonly host: string;
  /** SHA-256 of its certificate in DER, base64url; null: the system's authorities decide. */
  readonly pin: string | null;
}

/** The other end shows another certificate than the one it is known by: somebody may sit in between. */
export class CertificateMismatch extends Error {
  readonly code = 'pin-mismatch';
}

/**
 * Shakes hands over a connected socket, which is destroyed when that fails. Rejects with the system's or OpenSSL's error
 * (`code`), with `CertificateMismatch`, or with `ETIMEDOUT`. Closes when the signal aborts, as the socket below does.
 */
export function connectTls(
  socket: Socket,
  { host, pin }: TlsPeer,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  return new Promise((resolve, reject) => {
    const secure = connect({ socket, rejectUnauthorized: pin === null, ...(isIP(host) === 0 && { servername: host }) });
    const giveUp = () => secure.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
    const settle = (end: () => void) => {
      patience.removeEventListener('abort', giveUp);
      end();
    };
    patience.addEventListener('abort', giveUp, { once: true });
    secure.on('error', (error) => settle(() => reject(error)));
    // The other end hangs up in the middle: Node closes without an error when the reset came first.
    secure.once('close', () => settle(() => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' }))));
    secure.once('secureConnect', () => {
      if (pin !== null && certificatePin(secure) !== pin) {
        secure.destroy(new CertificateMismatch('another certificate'));
        return;
      }
      settle(() => resolve(secure));
    });
  });
}
