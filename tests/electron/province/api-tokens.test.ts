import { describe, expect, it } from 'vitest';
import { listAudit } from '../../../electron/province/db/audit.ts';
import { apiTokenIssued, apiTokenList } from '../../../shared/protocol/api-tokens.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, ORIGIN } from './hub.ts';

const URL = '/api/console/tokens';

onBothDatabases((openNew) => {
  describe('API tokens in the console', () => {
    it('are made, shown once, listed with their last use, and revoked', async () => {
      const hub = await makeHub(await openNew());
      const headers = { ...(await hub.signIn('admin')), ...ORIGIN };
      const payload = { name: ' Bảng tin ', scopes: ['readiness:read', 'readiness:read'], days: 30 };
      const made = apiTokenIssued.parse((await hub.json({ method: 'POST', url: URL, headers, payload })).body);
      expect(made).toMatchObject({
        name: 'Bảng tin',
        scopes: ['readiness:read'],
        expiresAt: hub.clock.ms + 30 * 86_400_000,
      });
      const list = async () => apiTokenList.parse((await hub.json({ url: URL, headers })).body).tokens;
      expect(await list()).toMatchObject([{ name: 'Bảng tin', lastUsedAt: null, revokedAt: null }]);
      expect(JSON.stringify(await list())).not.toContain(made.token.slice(4));
      const use = () =>
        hub.json({ url: `/api/v1/meetings/${MEETING}/readiness`, headers: { authorization: `Bearer ${made.token}` } });
      expect((await use()).status).toBe(200);
      const used = hub.clock.ms;
      hub.clock.ms += 30_000;
      await use();
      expect(await list()).toMatchObject([{ lastUsedAt: used }]);
      hub.clock.ms += 31_000;
      await use();
      expect(await list()).toMatchObject([{ lastUsedAt: hub.clock.ms }]);
      const revoke = () =>
        hub.json({ method: 'POST', url: `${URL}/${encodeURIComponent('Bảng tin')}/revocation`, headers });
      expect((await revoke()).status).toBe(200);
      expect((await use()).status).toBe(401);
      expect(await list()).toMatchObject([{ revokedAt: hub.clock.ms }]);
      expect((await revoke()).status).toBe(404);
      const actions = (await listAudit(hub.db, 10)).map(({ action }) => action);
      expect(actions).toContain('token-put');
      expect(actions).toContain('token-revoked');
    });
  });
});
