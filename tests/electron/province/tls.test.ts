import { once } from 'node:events';
import { connect, type SecureVersion } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { build } from '../../../electron/province/app.ts';
import { fingerprintOf, makeCertificate } from '../../../electron/province/tls.ts';
import { onSqlite } from './databases.ts';
import { makeHub } from './hub.ts';

const openNew = onSqlite();

describe('the hub over TLS', () => {
  it('speaks 1.2 and 1.3 and nothing older, with the certificate that its codes name', async () => {
    const { deps } = await makeHub(await openNew());
    const certificate = await makeCertificate();
    const app = await build({ ...deps, https: true }, certificate);
    onTestFinished(() => app.close());
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as { port: number };
    const spoken = async (version: SecureVersion): Promise<string> => {
      // What OpenSSL itself no longer offers is asked for all the same: the hub is to refuse it.
      const ciphers = version < 'TLSv1.2' ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {};
      const socket = connect({
        ...{ port, host: '127.0.0.1', rejectUnauthorized: false, minVersion: version, maxVersion: version },
        ...ciphers,
      });
      try {
        await once(socket, 'secureConnect');
        const raw = socket.getPeerX509Certificate();
        return `${socket.getProtocol()} ${raw && fingerprintOf(raw.toString()) === fingerprintOf(certificate.cert)}`;
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      } finally {
        socket.destroy();
      }
    };
    expect(await spoken('TLSv1.3')).toBe('TLSv1.3 true');
    expect(await spoken('TLSv1.2')).toBe('TLSv1.2 true');
    expect(await spoken('TLSv1.1')).toMatch(/^(ERR_SSL|ECONNRESET)/);
    expect(await spoken('TLSv1')).toMatch(/^(ERR_SSL|ECONNRESET)/);
  });
});
