import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { putFirstAccount } from '../../../electron/province/accounts/first.ts';
import { passwordMatches } from '../../../electron/province/auth/password.ts';
import { findAccount } from '../../../electron/province/db/access.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';

describe('the first account of a province', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-first-account-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  async function stored(username: string) {
    const db = await openDatabase({ dataDir });
    try {
      return await findAccount(db, username);
    } finally {
      await db.destroy();
    }
  }

  it('refuses a weak password and makes nothing', async () => {
    const made = await putFirstAccount({ dataDir }, { username: 'quantri', password: 'ngan' });
    expect(made).toMatchObject({ ok: false, error: { code: 'password-weak' } });
    expect(await stored('quantri')).toBeUndefined();
  });

  it('is an administrator, by a hash of the password', async () => {
    expect(await putFirstAccount({ dataDir }, { username: 'quantri', password: 'mat-khau-dai' })).toMatchObject({
      ok: true,
    });
    const account = await stored('quantri');
    expect(account?.role).toBe('admin');
    expect(await passwordMatches('mat-khau-dai', account?.password_hash)).toBe(true);
  });

  it('is made once: who comes later changes nothing', async () => {
    await putFirstAccount({ dataDir }, { username: 'quantri', password: 'mat-khau-khac' });
    await putFirstAccount({ dataDir }, { username: 'nguoi-khac', password: 'mat-khau-khac' });
    expect(await passwordMatches('mat-khau-dai', (await stored('quantri'))?.password_hash)).toBe(true);
    expect(await stored('nguoi-khac')).toBeUndefined();
  });
});
