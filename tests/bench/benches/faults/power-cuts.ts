import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verifyStored } from '../../../../electron/province/journal/verify-stored.ts';
import { inJournal, linesOf } from './attacks/attack.ts';
import { type FaultClass, randomBelow, tell } from './fault-class.ts';
import { makeDisk, mountAgain, whyNoMounts } from './programs/mounted.ts';
import { buildProgram } from './programs/program.ts';
import { lostAtPoint } from './programs/whole.ts';
import { enrolledStage, withDb } from './stage.ts';

const DISK_MB = 48;

/**
 * Hub and point work on a disk of their own. At a random moment both are stopped and the disk is copied as it is, without what
 * the system had not yet written to it: what a power cut leaves. The copy is checked, mounted and opened.
 */
export const powerCuts: FaultClass = {
  unit: 'power cuts',
  full: 24,
  usualMinutes: 4,
  small: 1,
  whyNot: whyNoMounts,
  async run(times, root) {
    const stage = await enrolledStage();
    const writing = await buildProgram(root, 'writing-point');
    const serving = await buildProgram(root, 'serving-hub');
    const bad = { lost: 0, 'receipts without their entry': 0, 'faults found': 0 };
    try {
      for (let cut = 0; cut < times; cut += 1) {
        const folder = join(stage.folder, `cut-${cut}`);
        mkdirSync(folder);
        const image = join(folder, 'disk');
        const unmount = makeDisk(image, join(folder, 'before'), DISK_MB);
        cpSync(stage.hubDir, join(folder, 'before', 'hub'), { recursive: true });
        cpSync(stage.pointDirs[0], join(folder, 'before', 'point'), { recursive: true });
        const hub = await serving.start(join(folder, 'before', 'hub'), '0');
        const point = await writing.start(join(folder, 'before', 'point'), hub.first);
        await point.reached(20 + randomBelow(200));
        const acknowledged = new Map(
          point.lines.map((line) => line.split(' ')).map(([seq, hash]) => [Number(seq), hash ?? '']),
        );
        point.child.kill('SIGSTOP');
        hub.child.kill('SIGSTOP');
        copyFileSync(image, join(folder, 'after-cut'));
        await point.kill();
        await hub.kill();
        unmount();
        const unmountCopy = mountAgain(join(folder, 'after-cut'), join(folder, 'after'));
        try {
          bad.lost += await lostAtPoint(join(folder, 'after', 'point'), acknowledged);
          const found = await hubAfter(join(folder, 'after', 'hub'), join(folder, 'after', 'point'));
          bad['receipts without their entry'] += found.missing;
          bad['faults found'] += found.faults;
        } finally {
          unmountCopy();
        }
        rmSync(folder, { recursive: true });
      }
    } finally {
      writing.remove();
      serving.remove();
      stage.remove();
    }
    return { tried: times, bad };
  },
};

/** The hub must hold every entry for which the point holds a receipt. */
async function hubAfter(hubDir: string, pointDir: string): Promise<{ missing: number; faults: number }> {
  const receipted = inJournal(pointDir, (db) =>
    Number(db.prepare('SELECT max(seq) AS seq FROM receipts').get()?.seq ?? 0),
  );
  const own = linesOf(pointDir).filter(({ seq }) => seq <= receipted);
  return withDb(hubDir, async (db) => {
    const rows = await db.selectFrom('entries').select('jws').execute();
    const stored = new Set(rows.map(({ jws }) => jws));
    const { faults, tree } = await verifyStored(db);
    for (const { code } of [...faults.map(({ error }) => error), ...tree.faults]) tell(`after a power cut: ${code}`);
    return { missing: own.filter(({ jws }) => !stored.has(jws)).length, faults: faults.length + tree.faults.length };
  });
}
