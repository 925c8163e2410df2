import { describe, expect, it } from 'vitest';
import { hashPassword } from '../../../electron/province/auth/password.ts';
import { onBothDatabases } from './databases.ts';
import { makeHub, ORIGIN, PASSWORD } from './hub.ts';

onBothDatabases((openNew) => {
  const SESSION = '/api/console/session';
  const FIXED = 'A'.repeat(43);

  describe('a session', () => {
    it('is never the one an attacker chose before: signing in makes a new one, and the chosen one opens nothing', async () => {
      const hub = await makeHub(await openNew());
      await hub.signIn('viewer');
      const chosen = { cookie: `diem-cau-session=${FIXED}` };
      const answer = await hub.app.inject({
        ...{ method: 'POST', url: SESSION, headers: { ...ORIGIN, ...chosen } },
        payload: { username: 'nguoi-viewer', password: PASSWORD },
      });
      const made = answer.cookies[0]?.value ?? '';
      expect(made).toMatch(/^[\w-]{43}$/);
      expect(made).not.toBe(FIXED);
      expect((await hub.json({ url: SESSION, headers: chosen })).status).toBe(401);
      expect((await hub.json({ url: SESSION, headers: { cookie: `diem-cau-session=${made}` } })).status).toBe(200);
    });

    it('lies in the database as a hash only, and goes over HTTPS only where the hub speaks it', async () => {
      const hub = await makeHub(await openNew(), { https: true });
      const { cookie } = await hub.signIn('admin');
      const stored = JSON.stringify(await hub.db.selectFrom('sessions').selectAll().execute());
      expect(stored).not.toContain(cookie.split('=')[1]);
      const payload = { username: 'nguoi-admin', password: PASSWORD };
      const again = await hub.app.inject({ method: 'POST', url: SESSION, headers: ORIGIN, payload });
      expect(again.cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict' });
    });

    it('is not given for a password that is cheap to guess from the database', async () => {
      const [kind, N, r, p, salt] = (await hashPassword('một mật khẩu')).split('$');
      // OWASP, Password Storage Cheat Sheet: N=2^15 with r=8 takes p=3.
      expect([kind, Number(N), Number(r), Number(p)]).toEqual(['scrypt', 2 ** 15, 8, 3]);
      expect(Buffer.from(salt ?? '', 'base64url')).toHaveLength(16);
    });
  });
});
