import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FaultClass, tell } from './fault-class.ts';
import { makeSmallDisk, whyNoMounts } from './programs/mounted.ts';
import { hubAgainstPoint, lostAtPoint } from './programs/whole.ts';
import { enrolledStage, openPoint, serve } from './stage.ts';

const DISK_KB = 12 * 1024;
/** What a person may be told when the disk is full. */
const HONEST = new Set(['disk-full', 'storage-failed', 'hub-storage-failed', 'hub-busy']);

/**
 * Point and hub on a disk of a few megabytes that is full but for a little, a little more each time, so that every write there is
 * meets the end of it. Each entry is either saved or refused in words; nothing saved is lost when there is room again.
 */
export const fullDisk: FaultClass = {
  unit: 'fillings of the disk',
  full: 120,
  usualMinutes: 2,
  small: 6,
  whyNot: whyNoMounts,
  async run(times) {
    const stage = await enrolledStage();
    const disk = join(stage.folder, 'disk');
    mkdirSync(disk);
    const unmount = makeSmallDisk(disk, DISK_KB);
    const [dir, hubDir] = [join(disk, 'point'), join(disk, 'hub')];
    cpSync(stage.pointDirs[0], dir, { recursive: true });
    cpSync(stage.hubDir, hubDir, { recursive: true });
    const hub = await serve(hubDir);
    const point = await openPoint(dir, hub.url);
    const acknowledged = new Map<number, string>();
    const bad = { lost: 0, doubled: 0, 'faults found': 0, 'not said in words': 0 };
    const judge = (code: string) => {
      if (HONEST.has(code)) return;
      bad['not said in words'] += 1;
      tell(`a full disk was told as ${code}`);
    };
    const filler = join(disk, 'filler');
    let refused = 0;
    try {
      for (let filling = 0; filling < times; filling += 1) {
        fill(disk, filler, (filling % 40) * 4096);
        for (let i = 0; i < 3; i += 1) {
          const saved = await point.answer({
            meetingId: 'm',
            itemId: `item-${i}`,
            answer: 'yes',
            note: 'x'.repeat(900),
          });
          if (saved.ok) acknowledged.set(saved.value.seq, saved.value.hash);
          else judge(saved.error.code);
          refused += saved.ok ? 0 : 1;
        }
        const synced = await point.syncNow();
        if (!synced.ok) judge(synced.error.code);
        const kept = point.settings.setLocale(filling % 2 === 0 ? 'en' : 'vi');
        if (!kept.ok) judge(kept.error.code);
        rmSync(filler);
      }
      const synced = await point.syncNow();
      if (!synced.ok) tell(`with room again: ${synced.error.code}`);
    } finally {
      await point.close();
      await hub.stop();
    }
    tell(`${times} fillings of the disk, ${acknowledged.size} entries saved, ${refused} refused`);
    bad.lost += await lostAtPoint(dir, acknowledged);
    const there = await hubAgainstPoint(hubDir, dir);
    bad.lost += there.lost;
    bad.doubled += there.doubled;
    bad['faults found'] += there.faults;
    unmount();
    stage.remove();
    return { tried: times, bad };
  },
};

/** Takes all the room but `left` bytes. */
function fill(disk: string, filler: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
}
