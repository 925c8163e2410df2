import { type FaultClass, randomBelow, tell } from './fault-class.ts';
import { buildProgram } from './programs/program.ts';
import { hubAgainstPoint, lostAtPoint } from './programs/whole.ts';
import { enrolledStage, serve, unwrap, withPoint } from './stage.ts';

/** A point that records and sends as fast as it can dies at random moments, again and again on one folder. */
export const killedPoint: FaultClass = {
  unit: 'kills of a point',
  full: 220,
  usualMinutes: 6,
  small: 4,
  async run(times, root) {
    const stage = await enrolledStage();
    const [dir] = stage.pointDirs;
    const program = await buildProgram(root, 'writing-point');
    const hub = await serve(stage.hubDir);
    const acknowledged = new Map<number, string>();
    let lost = 0;
    let doubled = 0;
    try {
      for (let kill = 0; kill < times; kill += 1) {
        const running = await program.start(dir, hub.url);
        await running.reached(1 + randomBelow(40));
        await running.kill();
        for (const line of running.lines) {
          const [seq, hash = ''] = line.split(' ');
          // A number given out twice for two entries: the second one says the first was lost.
          const before = acknowledged.get(Number(seq));
          if (before !== undefined && before !== hash) doubled += 1;
          acknowledged.set(Number(seq), hash);
        }
      }
      lost = await lostAtPoint(dir, acknowledged);
      await withPoint(dir, hub.url, async (point) => void unwrap(await point.syncNow()));
    } finally {
      await hub.stop();
      program.remove();
    }
    const there = await hubAgainstPoint(stage.hubDir, dir);
    tell(`${times} kills of a point, ${acknowledged.size} entries acknowledged`);
    stage.remove();
    return {
      tried: times,
      bad: { lost: lost + there.lost, doubled: doubled + there.doubled, 'faults found': there.faults },
    };
  },
};
