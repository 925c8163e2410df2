import { expect, it } from 'vitest';
import { lineHash } from '../../../electron/crypto/signed-line.ts';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import type { Ruling } from '../../../shared/events/rulings.ts';
import { attendanceDetail } from '../../../shared/protocol/attendance.ts';
import type { Role } from '../../../shared/protocol/console.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, ORIGIN, POINT, START, type TestHub } from './hub.ts';

onBothDatabases((openNew) => {
  const MINUTE = 60_000;
  const URL = `/api/console/meetings/${MEETING}`;

  const signedIn: JournalEvent = {
    type: 'leader-signed-in',
    meetingId: MEETING,
    person: { id: 'chu-tich', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND phường' },
    designatedPersonId: 'chu-tich',
    substitution: null,
  };

  /** A leader who signed in and pressed "left early" by mistake; `left`: the entry that says so. */
  async function leftByMistake() {
    const hub = await makeHub(await openNew());
    const device = await hub.enrol();
    const lines = [
      await device.sign(signedIn, START - 5 * MINUTE),
      await device.sign({ type: 'left-early', meetingId: MEETING, note: '' }, START + 10 * MINUTE),
    ];
    hub.clock.ms = START + 30 * MINUTE;
    expect((await hub.push(device, lines)).status).toBe(200);
    return { hub, left: lineHash(lines[1] ?? '') };
  }

  async function rule(hub: TestHub, role: Role, ruling: Ruling) {
    const headers = { ...ORIGIN, ...(await hub.signIn(role)) };
    return hub.json({ method: 'POST', url: `${URL}/rulings`, headers, payload: { point: POINT, ruling } });
  }

  async function detailOf(hub: TestHub) {
    const headers = { ...ORIGIN, ...(await hub.signIn('office')) };
    return attendanceDetail.parse((await hub.json({ url: `${URL}/attendance/${POINT}`, headers })).body);
  }

  const correctionOf = (of: string, reason = 'Bấm nhầm, đã gọi điện xác nhận'): Ruling => ({
    type: 'province-correction',
    of,
    replacement: { kind: 'withdrawn' },
    reason,
  });

  it('withdraws what a point recorded; the original, who withdrew it and why stay readable', async () => {
    const { hub, left } = await leftByMistake();
    expect((await detailOf(hub)).row.presence.status).toBe('left-early');
    const ruled = await rule(hub, 'office', correctionOf(left));
    expect(ruled.status).toBe(200);
    const { row, course, corrections } = await detailOf(hub);
    expect(row.presence.status).toBe('present');
    expect(corrections).toMatchObject([{ id: ruled.body.id, of: left, effect: 'applied' }]);
    expect(course.find(({ id }) => id === left)).toMatchObject({
      fact: { type: 'left-early' },
      correctedBy: ruled.body.id,
    });
    expect(course.find(({ id }) => id === ruled.body.id)).toMatchObject({
      actor: { kind: 'account', role: 'office' },
      ruling: { reason: 'Bấm nhầm, đã gọi điện xác nhận' },
    });
  });

  it('is taken back by a correction of the correction', async () => {
    const { hub, left } = await leftByMistake();
    const first = await rule(hub, 'office', correctionOf(left));
    hub.clock.ms += MINUTE;
    await rule(hub, 'admin', correctionOf(String(first.body.id), 'Đại biểu đã về thật'));
    const { row, course } = await detailOf(hub);
    expect(row.presence.status).toBe('left-early');
    expect(course).toHaveLength(4);
  });

  it('takes one without a reason, or of nothing, for what it is', async () => {
    const { hub, left } = await leftByMistake();
    expect((await rule(hub, 'office', { ...correctionOf(left), reason: ' ' } as Ruling)).status).toBe(400);
    expect((await rule(hub, 'office', correctionOf('A'.repeat(43)))).status).toBe(200);
    const { row, corrections } = await detailOf(hub);
    expect(row.presence.status).toBe('left-early');
    expect(corrections).toMatchObject([{ effect: 'no-such-entry' }]);
  });

  it.each<Role>(['operator', 'viewer'])('is not for %s', async (role) => {
    const { hub, left } = await leftByMistake();
    expect((await rule(hub, role, correctionOf(left))).status).toBe(403);
    expect((await detailOf(hub)).corrections).toEqual([]);
  });
});
