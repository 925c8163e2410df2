import { describe, expect, it } from 'vitest';
import { issueApiToken } from '../../../electron/province/auth/api-token.ts';
import { listAudit } from '../../../electron/province/db/audit.ts';
import { documentedRoutes } from '../../../electron/province/http/documented.ts';
import { apiTokenIssued, apiTokenList, SCOPES } from '../../../shared/protocol/api-tokens.ts';
import { ROLES } from '../../../shared/protocol/console.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, type TestHub } from './hub.ts';

const URL = '/api/console/tokens';
const onSqliteNew = onSqlite();

function statusOf(hub: TestHub, url: string, headers: Record<string, string>, method = 'GET') {
  return hub.json({ method: method as 'GET', url: url.replace(':id', MEETING).replace(/:\w+/g, 'x'), headers });
}

describe('access', () => {
  it('of tokens: each scope opens its own routes and no other', async () => {
    const hub = await makeHub(await onSqliteNew());
    const routes = documentedRoutes(hub.app).filter(({ method }) => method === 'GET');
    for (const scope of SCOPES) {
      const now = hub.clock.ms;
      const token = await issueApiToken(hub.db, { name: scope, scopes: [scope], now, expiresAt: now + 1 });
      for (const { url, doc } of routes) {
        if (doc.access.by === 'anyone') continue;
        const { status } = await statusOf(hub, url, { authorization: `Bearer ${token}` });
        const opened = doc.access.by === 'token' && doc.access.scope === scope;
        const refused = doc.access.by === 'token' ? 403 : 401;
        expect([scope, url, opened ? status !== 401 && status !== 403 : status]).toEqual([
          scope,
          url,
          opened || refused,
        ]);
      }
    }
    expect(routes.filter(({ doc }) => doc.access.by === 'token').length).toBeGreaterThanOrEqual(SCOPES.length);
  });

  it('of people: each role reaches what its rights say, as documented', async () => {
    const hub = await makeHub(await onSqliteNew());
    for (const role of ROLES) {
      const headers = { ...(await hub.signIn(role)), ...ORIGIN };
      for (const { method, url, doc } of documentedRoutes(hub.app)) {
        const { access } = doc;
        // The live stream never ends, and signing out would end this.
        if ((access.by !== 'session' && access.by !== 'token') || access.right === null || url.endsWith('/live'))
          continue;
        const { status } = await statusOf(hub, url, headers, method);
        expect([role, method, url, status === 403]).toEqual([role, method, url, !may(role, access.right)]);
      }
    }
  }, 90_000);
});

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
