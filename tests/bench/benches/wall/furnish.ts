import { hashPassword } from '../../../../electron/province/auth/password.ts';
import { putAccount } from '../../../../electron/province/db/access.ts';
import { insertDevice } from '../../../../electron/province/db/devices.ts';
import { inChunks } from '../../../../electron/province/db/in-chunks.ts';
import { openDatabase } from '../../../../electron/province/db/open.ts';
import { upsertPoints } from '../../../../electron/province/db/points.ts';
import { foundHub } from '../../../../electron/province/identity.ts';
import { scheduleMeeting } from '../../../../electron/province/meetings/schedule.ts';
import { CHECK_IDS } from '../../../../shared/checks/check-id.ts';
import { EMPTY_RECORD, type MeetingRecord } from '../../../../shared/meeting/readiness.ts';
import { makeDevice, type TestDevice } from '../../../support/device.ts';

export const MEETING = 'giao-ban';
const DEVICES = 60;
const NAMES = ['Ia Krái', 'Đak Đoa', 'An Khê', 'Chư Păh', 'Ayun Pa', 'Ia Grai', 'Kông Chro', 'Mang Yang', 'Phú Thiện'];

/** A province with its points, a meeting in 25 minutes and most of them checked; some devices with keys of their own. */
export interface FurnishedWall {
  readonly hubId: string;
  readonly username: string;
  readonly password: string;
  readonly devices: readonly TestDevice[];
}

export async function furnishWall(dataDir: string, count: number): Promise<FurnishedWall> {
  const db = await openDatabase({ dataDir });
  try {
    const now = Date.now();
    const hub = await foundHub(db, now);
    const codes = Array.from({ length: count }, (_, index) => String(10_000 + index));
    await upsertPoints(
      db,
      codes.map((code, i) => ({ code, name: `UBND xã ${NAMES[i % NAMES.length] ?? ''} ${i + 1}`, kind: 'commune' })),
    );
    const scheduled = await scheduleMeeting(
      db,
      {
        id: MEETING,
        title: 'Họp giao ban trực tuyến',
        invitationNumber: '12/GM-UBND',
        chair: 'Chủ tịch UBND tỉnh',
        startsAt: now + 25 * 60_000,
        expectedEndsAt: now + 145 * 60_000,
        composition: 'head',
        profile: '720p',
        points: 'all',
        designated: {},
      },
      { actor: 'cli', now },
    );
    if (!scheduled.ok) throw new Error(scheduled.error.code);
    const rows = codes.flatMap((point_code, index) => {
      if (index % 9 === 8) return [];
      const record = JSON.stringify(recordOf(index, now));
      return [{ meeting_id: MEETING, point_code, record, state: 'incomplete', entry_count: 3, updated_at: now }];
    });
    await db.transaction().execute(async (tx) => {
      for (const chunk of inChunks(rows)) await tx.insertInto('latest').values(chunk).execute();
    });
    const devices: TestDevice[] = [];
    for (const code of codes.filter((_, index) => index % Math.floor(count / DEVICES) === 0).slice(0, DEVICES)) {
      const device = await makeDevice(code);
      await insertDevice(
        db,
        { id: device.id, key: device.key, pointCode: code, name: 'máy', appVersion: '0.1.0' },
        now,
      );
      devices.push(device);
    }
    const account = { username: 'truc', password: 'mat-khau-thu-nghiem' };
    const password_hash = await hashPassword(account.password);
    await putAccount(db, { username: account.username, role: 'operator', password_hash, created_at: now });
    return { hubId: hub.id, ...account, devices };
  } finally {
    await db.destroy();
  }
}

/** A whole run: one in five has a fault, one in seven a note. */
function recordOf(index: number, now: number): MeetingRecord {
  const at = now - (index % 50) * 60_000;
  const verdict = index % 5 === 0 ? 'fail' : index % 7 === 0 ? 'warn' : 'pass';
  const checks = CHECK_IDS.map((id) => [
    id,
    id === 'microphone' && verdict !== 'pass'
      ? { verdict, reason: 'noisy', values: { floorDbfs: -38 }, findings: [], at }
      : { verdict: 'pass' as const, reason: 'ok', values: { uploadMbps: 24.2, rttMs: 18 }, findings: [], at },
  ]);
  return { ...EMPTY_RECORD, checks: Object.fromEntries(checks), lastRunAt: at, policyVersion: 'default-1' };
}
