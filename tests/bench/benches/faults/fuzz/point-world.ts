import { upsertPeople } from '../../../../../electron/province/db/people.ts';
import { scheduleMeeting } from '../../../../../electron/province/meetings/schedule.ts';
import { enrolledStage, serve, unwrap, withDb, withPoint } from '../stage.ts';
import type { KnownValues } from './valid-value.ts';

const MEETING = 'giao-ban';
const HOUR_MS = 3_600_000;

/** A point that knows its meeting and its people, and what means something to it. */
export async function hostilePoint(): Promise<{
  readonly dir: string;
  readonly known: KnownValues;
  readonly remove: () => void;
}> {
  const stage = await enrolledStage();
  const [dir] = stage.pointDirs;
  const now = Date.now();
  await withDb(stage.hubDir, async (db) => {
    await upsertPeople(db, [
      { point: '1', id: 'chu-tich', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' },
      { point: '1', id: 'pho', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND xã' },
    ]);
    const facts = { title: 'Họp giao ban', invitationNumber: '', chair: '', composition: 'head' } as const;
    const times = { startsAt: now, expectedEndsAt: now + HOUR_MS } as const;
    const asked = { id: MEETING, ...facts, ...times, profile: '720p', points: 'all' } as const;
    unwrap(await scheduleMeeting(db, { ...asked, designated: { 1: 'chu-tich' } }, { actor: 'cli', now }));
  });
  const hub = await serve(stage.hubDir);
  await withPoint(dir, hub.url, async (point) => void unwrap(await point.syncNow()));
  await hub.stop();
  return {
    dir,
    known: {
      ...{ meetingId: [MEETING, null], personId: ['chu-tich', 'pho'], pin: ['135790', '246801', '1'] },
      ...{ bytes: FILES, incidentId: ['9b2f7a52-6b54-4c4e-8f55-0f3c1f4d8a11'], code: ['12345678'] },
    },
    remove: stage.remove,
  };
}

/** Beginnings of the types that are taken, and of some that are not. */
const FILES: readonly Uint8Array[] = [
  Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]),
  Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]),
  Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xff, 0xff, 0xff]),
  new TextEncoder().encode('%PDF-1.7\n%%EOF'),
  new TextEncoder().encode('MZ\u0000 not a letter'),
  new Uint8Array(),
  new Uint8Array(6 * 1024 * 1024),
];
