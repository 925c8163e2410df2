import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../../../../electron/cli/cli.ts';
import { withStore } from '../../../../electron/cli/province/store.ts';
import { openPointService } from '../../../../electron/point/point-service.ts';
import { verifyJournal } from '../../../../electron/point/verify-journal.ts';
import { verifyStored } from '../../../../electron/province/journal/verify-stored.ts';
import { pointSays } from './attacks/attack.ts';
import { type FaultClass, randomBelow, tell } from './fault-class.ts';
import { copyStage, file as record, type Stage, serve, unwrap, withPoint, workedStage } from './stage.ts';

const POINT_FILES = ['journal.db', 'enrolment.json', 'device-key.json', 'feed.json', 'settings.json', 'pins.db'];
const DAMAGES = ['cut', 'emptied', 'flipped', 'gone', 'old'] as const;
type Damage = (typeof DAMAGES)[number];
const ENTRIES = 12;

/** One file of a point or of the hub is cut, emptied, taken away, replaced by an old copy, or has a bit turned. */
export const damagedFiles: FaultClass = {
  unit: 'damaged files',
  full: 150,
  usualMinutes: 3,
  small: 12,
  async run(times) {
    const { stage, old } = await workedTwice();
    const bad = { 'not said in words': 0, 'lost and not noticed': 0 };
    for (let count = 0; count < times; count += 1) {
      const copy = copyStage(stage);
      const damage = DAMAGES[count % DAMAGES.length] ?? 'cut';
      const file = POINT_FILES[Math.floor(count / DAMAGES.length) % (POINT_FILES.length + 1)];
      const what = `${file ?? 'hub.sqlite'} ${damage}`;
      try {
        if (file === undefined) {
          spoil(join(copy.hubDir, 'hub.sqlite'), damage, join(old.hubDir, 'hub.sqlite'));
          if (!(await hubNotices(copy))) note(bad, 'lost and not noticed', what);
        } else {
          spoil(join(copy.pointDirs[0], file), damage, join(old.pointDirs[0], file));
          if (!(await pointNotices(copy, file))) note(bad, 'lost and not noticed', what);
        }
      } catch (error) {
        note(bad, 'not said in words', `${what}: ${error instanceof Error ? error.stack : error}`);
      }
      copy.remove();
    }
    old.remove();
    stage.remove();
    return { tried: times, bad };
  },
};

/** A stage, and the same as it was three entries before. */
async function workedTwice(): Promise<{ stage: Stage; old: Stage }> {
  const stage = await workedStage();
  const old = copyStage(stage);
  const hub = await serve(stage.hubDir);
  for (const dir of stage.pointDirs) {
    await withPoint(dir, hub.url, async (point) => {
      await record(point, 3);
      unwrap(await point.syncNow());
    });
  }
  await hub.stop();
  return { stage, old };
}

function note<Key extends string>(bad: Record<Key, number>, key: Key, what: string): void {
  bad[key] += 1;
  tell(`${key}: ${what}`);
}

function spoil(file: string, damage: Damage, old: string): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  if (damage === 'cut') truncateSync(file, randomBelow(bytes.length));
  if (damage === 'emptied') writeFileSync(file, '');
  if (damage === 'gone') rmSync(file);
  if (damage === 'old') cpSync(old, file);
  if (damage !== 'flipped') return;
  const at = randomBelow(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << randomBelow(8));
  writeFileSync(file, bytes);
}

/** The point opens or says what is wrong; entries that are missing are told by `point verify` or, at the latest, by the hub. Throws for a bug. */
async function pointNotices(stage: Stage, file: string): Promise<boolean> {
  const [dir] = stage.pointDirs;
  const opened = await openPointService({ dataDir: dir, appVersion: '0', hubUrl: 'http://127.0.0.1:9' });
  if (!opened.ok) return true;
  const point = opened.value;
  point.state();
  point.keyProtected();
  const said = point.warnings().length > 0;
  await point.answer({ meetingId: 'm', itemId: 'after', answer: 'yes', note: '' });
  await point.close();
  if (file !== 'journal.db') return true;
  const kept = new Set<number>();
  const audit = await verifyJournal(dir, ({ seq, fault }) => fault ?? kept.add(seq));
  if (!audit.ok || audit.value.faults.length > 0 || said || kept.size >= ENTRIES) return true;
  return (await pointSays(stage, dir)).length > 0;
}

/** As `province verify` does. */
async function hubNotices({ hubDir }: Stage): Promise<boolean> {
  try {
    const { entries, faults, tree } = await withStore({ data: hubDir }, (db) => verifyStored(db), 'look');
    return faults.length + tree.faults.length > 0 || entries >= 2 * ENTRIES;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return true;
  }
}
