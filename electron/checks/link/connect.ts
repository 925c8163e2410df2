import { connect, type Socket } from 'node:net';

export interface TcpAddress {
  readonly address: string;
  readonly port: number;
}

/**
 * A connected socket that closes when the signal aborts. Rejects with the system's error (`code`), or with the reason of the
 * abort or of the time-out.
 */
export function connectTcp({ address, port }: TcpAddress, timeoutMs: number, signal: AbortSignal): Promise<Socket> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const socket = connect({ host: address, port, noDelay: true });
    const giveUp = () => socket.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
    const close = () => socket.destroy();
    patience.addEventListener('abort', giveUp, { once: true });
    signal.addEventListener('abort', close, { once: true });
    socket.on('error', reject);
    socket.once('close', () => {
      signal.removeEventListener('abort', close);
      // Closed while it was still connecting, it says no error.
      reject(signal.reason);
    });
    socket.once('connect', () => {
      patience.removeEventListener('abort', giveUp);
      resolve(socket);
    });
  });
}
