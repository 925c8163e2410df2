import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sweep } from '../../../electron/province/retention/sweep.ts';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import type { TestDevice } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, ORIGIN, OTHER_POINT, POINT, START, type TestHub } from './hub.ts';

const DAY = 24 * 60 * 60_000;
const LETTER = Buffer.from('%PDF-1.7\nGiấy ủy quyền');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');

function naming(bytes: Uint8Array, type: 'application/pdf' | 'image/png' = 'application/pdf'): JournalEvent {
  return {
    type: 'leader-signed-in',
    meetingId: MEETING,
    person: { id: 'pho', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND phường' },
    designatedPersonId: 'chu-tich',
    substitution: {
      basis: 'authorisation',
      documentNumber: '12/GUQ-UBND',
      signer: 'Đại biểu mẫu A',
      reason: 'đi công tác',
      attachment: { sha256: hashOf(bytes), type, bytes: bytes.length },
    },
  };
}

async function send(hub: TestHub, device: TestDevice, bytes: Uint8Array, sha256 = hashOf(bytes)): Promise<unknown> {
  const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
  const { status, body } = await hub.json({
    method: 'POST',
    url: `/api/point/attachments/${sha256}`,
    headers: { authorization, 'content-type': 'application/pdf' },
    payload: Buffer.from(bytes),
  });
  return status === 200 ? 200 : (body.error as { code: string }).code;
}

const urlOf = (bytes: Uint8Array, point = POINT) =>
  `/api/console/meetings/${MEETING}/attachments/${point}/${hashOf(bytes)}`;

describe('a letter', () => {
  onBothDatabases((openNew) => {
    it('comes after its entry, as often as it likes, and is handed out as a file that can do nothing', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      expect(await send(hub, device, LETTER)).toBe('entry-unknown');
      await hub.push(device, [await device.sign(naming(LETTER), START)]);
      expect(await send(hub, device, LETTER)).toBe(200);
      expect(await send(hub, device, LETTER)).toBe(200);
      const headers = { ...ORIGIN, ...(await hub.signIn('office')) };
      const got = await hub.app.inject({ url: urlOf(LETTER), headers });
      expect(got.rawPayload.equals(LETTER)).toBe(true);
      expect(got.headers).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'no-store',
        'content-disposition': expect.stringMatching(/^attachment; filename="letter-21553-.*\.pdf"$/),
      });
    });

    it('is refused when it is not what its entry names', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const page = Buffer.from('<html><script>alert(1)</script>');
      const big = Buffer.concat([LETTER, Buffer.alloc(5 * 1024 * 1024)]);
      const events = [naming(LETTER), naming(page), naming(big), naming(Buffer.from('%PDF-x'), 'image/png')];
      const lines: string[] = [];
      for (const event of events) lines.push(await device.sign(event, START));
      await hub.push(device, lines);
      expect(await send(hub, device, page)).toBe('attachment-type');
      expect(await send(hub, device, Buffer.from('%PDF-x'))).toBe('attachment-type');
      expect(await send(hub, device, big)).toBe('attachment-size');
      expect(await send(hub, device, Buffer.from('%PDF-other'), hashOf(LETTER))).toBe('input-invalid');
      const stranger = await hub.enrol(OTHER_POINT);
      expect(await send(hub, stranger, LETTER)).toBe('entry-unknown');
    });

    it('goes after the days of the policy, and only those who need it see it', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const second = Buffer.from('%PDF-2');
      await hub.push(device, [await device.sign(naming(LETTER), START), await device.sign(naming(second), START)]);
      await send(hub, device, LETTER);
      const get = async (role: 'office' | 'viewer' | 'admin', point = POINT) => {
        const headers = { ...ORIGIN, ...(await hub.signIn(role)) };
        return (await hub.app.inject({ url: urlOf(LETTER, point), headers })).statusCode;
      };
      expect(await get('viewer')).toBe(403);
      expect(await get('office', OTHER_POINT)).toBe(404);
      expect((await hub.app.inject({ url: urlOf(LETTER) })).statusCode).toBe(401);
      hub.clock.ms += 366 * DAY;
      expect(await get('office')).toBe(404);
      await send(hub, device, second);
      await sweep(hub.deps, 'hub');
      expect((await hub.db.selectFrom('attachments').select('sha256').execute()).map(({ sha256 }) => sha256)).toEqual([
        hashOf(second),
      ]);
    });
  });
});
