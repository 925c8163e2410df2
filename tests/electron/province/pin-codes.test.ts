import { describe, expect, it } from 'vitest';
import { isPinCode } from '../../../electron/crypto/pin-code.ts';
import { listAudit } from '../../../electron/province/db/audit.ts';
import { pinCodeSheets } from '../../../electron/province/roster/pin-code-sheets.ts';
import { issuePinCode } from '../../../electron/province/roster/pin-codes.ts';
import { issuePinCodes } from '../../../electron/province/roster/pin-codes-bulk.ts';
import { type Feed, feed } from '../../../shared/protocol/feed.ts';
import { pinCodesIssued } from '../../../shared/protocol/roster.ts';
import type { TestDevice } from '../../support/device.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { makeHub, ORIGIN, OTHER_POINT, POINT, type TestHub } from './hub.ts';

const HOUR = 3_600_000;

async function feedOf(hub: TestHub, device: TestDevice): Promise<Feed> {
  const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
  return feed.parse((await hub.json({ url: '/api/point/feed', headers: { authorization } })).body);
}

async function issued(hub: TestHub, person = 'chu-tich') {
  const answer = await issuePinCode(hub.db, POINT, person, { actor: 'cli', now: hub.clock.ms });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

onBothDatabases((openNew) => {
  describe('a code for a PIN', () => {
    it('reaches the devices of its point only, as a hash that knows the code', async () => {
      const hub = await makeHub(await openNew());
      const [device, other] = [await hub.enrol(), await hub.enrol(OTHER_POINT)];
      const { code, expiresAt } = await issued(hub);
      expect(code).toMatch(/^\d{4} \d{4}$/);
      expect(expiresAt).toBe(hub.clock.ms + 72 * HOUR);
      const [kept, ...more] = (await feedOf(hub, device)).pinCodes;
      if (!kept) throw new Error('the feed has no code');
      expect(more).toEqual([]);
      expect(kept).toMatchObject({ personId: 'chu-tich', issuedAt: hub.clock.ms, expiresAt });
      expect(await isPinCode(code.replace(' ', ''), kept)).toBe(true);
      expect(await isPinCode('0000 0000', { ...kept, salt: `${kept.salt}A` })).toBe(false);
      expect((await feedOf(hub, other)).pinCodes).toEqual([]);
      const audit = (await listAudit(hub.db, 100)).filter(({ action }) => action === 'pin-code-issued');
      expect(audit).toMatchObject([{ actor: 'cli', subject: `person:${POINT}/chu-tich` }]);
      expect(JSON.stringify(audit)).not.toContain(code);
      expect(JSON.stringify(await hub.db.selectFrom('pin_codes').selectAll().execute())).not.toContain(code);
    });

    it('gives way to a newer one of the same person, and expires', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      await issued(hub);
      await issued(hub, 'pho');
      hub.clock.ms += HOUR;
      const { code } = await issued(hub);
      const codes = (await feedOf(hub, device)).pinCodes;
      expect(codes.map(({ personId }) => personId)).toEqual(['pho', 'chu-tich']);
      expect(await isPinCode(code, codes[1] ?? { salt: '', hash: '' })).toBe(true);
      hub.clock.ms += 71 * HOUR;
      expect((await feedOf(hub, device)).pinCodes.map(({ personId }) => personId)).toEqual(['chu-tich']);
    });

    it('leaves the feed once a device has told that it was used', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      await issued(hub);
      await issued(hub, 'pho');
      const byCode = (await feedOf(hub, device)).pinCodes.find(({ personId }) => personId === 'chu-tich')?.id ?? null;
      const entry = await device.sign({ type: 'pin-set', personId: 'chu-tich', byCode, replaced: true }, hub.clock.ms);
      expect((await hub.push(device, [entry])).status).toBe(200);
      expect((await feedOf(hub, device)).pinCodes.map(({ personId }) => personId)).toEqual(['pho']);
    });
  });
});

describe('a code for a PIN', () => {
  const openNew = onSqlite();
  it('is not made for a stranger', async () => {
    const hub = await makeHub(await openNew());
    const answer = await issuePinCode(hub.db, OTHER_POINT, 'chu-tich', { actor: 'cli', now: hub.clock.ms });
    expect(answer).toMatchObject({ ok: false, error: { code: 'roster-unknown-person' } });
  });
});

describe('codes for everybody', () => {
  const openNew = onSqlite();

  it('go to those who have neither a PIN nor a code, one sheet a point, and are printed', async () => {
    const hub = await makeHub(await openNew());
    const device = await hub.enrol();
    const doing = { actor: 'cli', now: hub.clock.ms };
    const issue = async (renew = false, points: string[] | null = null) => {
      const answer = await issuePinCodes(hub.db, { points, renew }, doing);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    };
    const sheets = await issue();
    expect(sheets.map(({ point, codes }) => [point.code, codes.map(({ personId }) => personId)])).toEqual([
      [POINT, ['chu-tich', 'pho']],
    ]);
    const [kept] = (await feedOf(hub, device)).pinCodes.filter(({ personId }) => personId === 'pho');
    const code = sheets[0]?.codes.find(({ personId }) => personId === 'pho')?.code ?? '';
    expect(await isPinCode(code, kept ?? { salt: '', hash: '' })).toBe(true);
    const printed = pinCodeSheets(sheets, { name: 'UBND <tỉnh>', hotline: '1800' });
    expect(printed).toContain(code);
    expect(printed).toContain('UBND &lt;tỉnh&gt;');

    expect(await issue()).toEqual([]);
    const entry = await device.sign(
      { type: 'pin-set', personId: 'pho', byCode: kept?.id ?? null, replaced: false },
      hub.clock.ms,
    );
    await hub.push(device, [entry]);
    expect((await issue(true)).flatMap(({ codes }) => codes.map(({ personId }) => personId))).toEqual(['chu-tich']);
    expect(await issuePinCodes(hub.db, { points: ['99999'], renew: false }, doing)).toMatchObject({
      ok: false,
      error: { code: 'not-found', values: { point: '99999' } },
    });
  });

  it('are for those who keep the roster', async () => {
    const hub = await makeHub(await openNew());
    const asked = {
      method: 'POST',
      url: '/api/console/pin-codes',
      payload: { points: [POINT], renew: false },
    } as const;
    const office = { ...ORIGIN, ...(await hub.signIn('office')) };
    expect((await hub.json({ ...asked, headers: office })).status).toBe(403);
    const operator = { ...ORIGIN, ...(await hub.signIn('operator')) };
    expect(pinCodesIssued.parse((await hub.json({ ...asked, headers: operator })).body).sheets).toHaveLength(1);
  });
});
