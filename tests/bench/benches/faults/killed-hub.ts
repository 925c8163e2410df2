import { type FaultClass, randomBelow, tell } from './fault-class.ts';
import { buildProgram } from './programs/program.ts';
import { hubAgainstPoint, lostAtPoint } from './programs/whole.ts';
import { enrolledStage, file, openPoint, syncAtLast } from './stage.ts';

const QUICK = { firstDelayMs: 5, maxDelayMs: 20, jitter: 0.5, maxBatchChars: 4000, feedEveryMs: 200, watchEveryMs: 50 };

/** The hub dies at random moments while a point sends to it in small batches. */
export const killedHub: FaultClass = {
  unit: 'kills of the hub',
  full: 220,
  usualMinutes: 10,
  small: 3,
  async run(times, root) {
    const stage = await enrolledStage();
    const [dir] = stage.pointDirs;
    const program = await buildProgram(root, 'serving-hub');
    let hub = await program.start(stage.hubDir, '0');
    const port = new URL(hub.first).port;
    const point = await openPoint(dir, hub.first, { sync: QUICK });
    const stop = point.start();
    let overstated = 0;
    try {
      for (let kill = 0; kill < times; kill += 1) {
        await file(point, 10);
        await after(randomBelow(60));
        await hub.kill();
        hub = await program.start(stage.hubDir, port);
      }
      stop();
      const failure = await syncAtLast(point);
      if (failure !== null) tell(`with the hub back: ${failure}`);
      if (point.state().sync.pending !== 0) overstated += 1;
    } finally {
      await point.close();
      await hub.kill();
      program.remove();
    }
    const lost = await lostAtPoint(dir, new Map());
    const there = await hubAgainstPoint(stage.hubDir, dir);
    tell(`${times} kills of the hub, ${10 * times} entries`);
    stage.remove();
    const bad = { lost: lost + there.lost, doubled: there.doubled, 'faults found': there.faults, overstated };
    return { tried: times, bad };
  },
};

/** The moment of a kill is to be random: nothing is awaited. */
function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
