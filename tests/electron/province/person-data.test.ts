import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { findAttachment, insertAttachment } from '../../../electron/province/db/attachments.ts';
import { listRoster } from '../../../electron/province/db/people.ts';
import { verifyStored } from '../../../electron/province/journal/verify-stored.ts';
import type { LeaderSignedIn } from '../../../shared/events/leader-signed-in.ts';
import { personData, personForgotten } from '../../../shared/protocol/person-data.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, ORIGIN, POINT, START } from './hub.ts';

const LETTER = Buffer.from('%PDF-1.7 giấy ủy quyền');
const sha256 = createHash('sha256').update(LETTER).digest('base64url');
const URL = `/api/console/points/${POINT}/roster`;

const signedIn: LeaderSignedIn = {
  type: 'leader-signed-in',
  meetingId: MEETING,
  person: { id: 'pho', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND phường' },
  designatedPersonId: 'chu-tich',
  substitution: {
    basis: 'authorisation',
    documentNumber: '3/GUQ',
    signer: 'Đại biểu mẫu A',
    reason: 'Đi công tác',
    attachment: { sha256, type: 'application/pdf', bytes: LETTER.length },
  } as never,
};
const answered = { type: 'manual-answer', meetingId: MEETING, itemId: 'i', answer: 'yes', note: '' } as const;

onBothDatabases((openNew) => {
  it('one person’s data is given out whole, and deleted but for what was signed', async () => {
    const hub = await makeHub(await openNew());
    const admin = { ...ORIGIN, ...(await hub.signIn('admin')) };
    const device = await hub.enrol();
    const pushed = await hub.push(device, [await device.sign(signedIn, START), await device.sign(answered, START)]);
    expect(pushed.status).toBe(200);
    const letter = { type: 'application/pdf', body: LETTER, receivedAt: START } as const;
    await insertAttachment(hub.db, { point: POINT, sha256 }, letter);
    await hub.json({ method: 'POST', url: `${URL}/pho/pin-code`, headers: admin });

    const told = personData.parse((await hub.json({ url: `${URL}/pho/data`, headers: admin })).body);
    expect(told).toMatchObject({
      person: { fullName: 'Đại biểu mẫu B', removedAt: null },
      record: [{ seq: 1, type: 'leader-signed-in' }],
      letters: [{ sha256 }],
      pinCodes: [{ issuedAt: hub.clock.ms }],
      done: [{ action: 'pin-code-issued' }],
    });
    const named = personData.parse((await hub.json({ url: `${URL}/chu-tich/data`, headers: admin })).body);
    expect([named.designatedFor.map(({ id }) => id), named.record.length]).toEqual([[MEETING], 1]);

    const forget = (person: string) =>
      hub.json({ method: 'POST', url: `${URL}/${person}/erasure`, headers: admin, payload: { reason: 'Nghỉ hưu' } });
    expect((await forget('chu-tich')).body).toMatchObject({ error: { code: 'person-designated' } });
    expect(personForgotten.parse((await forget('pho')).body)).toEqual({ letters: 1, pinCodes: 1, staying: 1 });
    expect((await listRoster(hub.db, POINT)).map(({ id }) => id)).toEqual(['chu-tich']);
    expect(await findAttachment(hub.db, POINT, sha256)).toBeUndefined();
    const left = JSON.stringify(await hub.db.selectFrom('people').selectAll().execute());
    expect(left).not.toContain('Đại biểu mẫu B');
    const { faults, entries } = await verifyStored(hub.db);
    expect([faults, entries]).toEqual([[], 2]);
    expect((await forget('ai-do')).status).toBe(404);
    const audit = await hub.db.selectFrom('audit').selectAll().where('action', '=', 'person-forgotten').execute();
    expect(audit.map(({ subject }) => subject)).toEqual([`person:${POINT}/pho`]);
  });
});
