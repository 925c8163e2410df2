import type { FastifyInstance } from 'fastify';
import { accountChange, accountList } from '../../../shared/protocol/accounts.ts';
import { ok } from '../../../shared/result.ts';
import { changeAccount } from '../accounts/change.ts';
import { listAccounts } from '../db/accounts.ts';
import type { HubDeps } from '../deps.ts';
import { doingOf, memberRoute } from '../http/member-route.ts';

/** Who may sign in at the console, and as what. */
export function accountRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  memberRoute(app, deps, {
    method: 'GET',
    url: '/api/console/accounts',
    doc: {
      vi: 'Các tài khoản của bảng theo dõi.',
      en: 'The console’s accounts.',
    },
    right: 'accounts',
    answer: accountList,
    handle: async () => ok({ accounts: [...(await listAccounts(db, clock.now()))] }),
  });
  memberRoute(app, deps, {
    method: 'POST',
    url: '/api/console/accounts/changes',
    doc: {
      vi: 'Thêm tài khoản, đổi vai trò, đặt lại mật khẩu, khóa hoặc mở lại.',
      en: 'Adds an account, changes its role or password, disables or enables it.',
      errors: ['account-known', 'account-unknown', 'account-last-admin', 'password-weak'],
    },
    right: 'accounts',
    body: accountChange,
    handle: ({ body, who }) => changeAccount(db, body, doingOf(deps, who)),
  });
}
