import { rmSync } from 'node:fs';
import { issueEnrolmentCode } from '../../../../electron/province/enrolment/issue-code.ts';
import { stderrLog } from '../../../../electron/province/log.ts';
import { startHub } from '../../../../electron/province/server.ts';
import { linkrun, whyNotEmulated } from '../../../linkem/emulate.ts';
import { type FaultClass, tell } from './fault-class.ts';
import { buildProgram } from './programs/program.ts';
import { hubAgainstPoint, lostAtPoint } from './programs/whole.ts';
import { enrolledStage, STAGE_POINTS, unwrap, withDb } from './stage.ts';

const PORT = 8080;
/** Of the packets, both ways. */
const LINE = { downMbps: 4, upMbps: 2, rttMs: 60, jitterMs: 20, lossPct: 30, reorderPct: 20, duplicatePct: 10 };
const SECONDS = { atLeast: 150, perEntry: 1 };

interface Sent {
  readonly pending: number;
  readonly lastSeq: number;
  readonly tries: number;
  readonly overstated: number;
  readonly untold: number;
}

/**
 * A line that loses three packets of ten each way, changes their order and doubles some: the real hub over TLS and a real point,
 * each in a network namespace of its own. The point enrols over it, records, and goes on until all is there.
 */
export const lossyLine: FaultClass = {
  unit: 'entries over a line that loses 30 % each way',
  full: 600,
  usualMinutes: 8,
  small: 12,
  whyNot: whyNotEmulated,
  async run(times, root) {
    const { runLink, SERVER_IP } = await linkrun();
    const stage = await enrolledStage();
    const [dir] = stage.pointDirs;
    rmSync(dir, { recursive: true });
    const code = await codeOf(stage.hubDir, `https://${SERVER_IP}:${PORT}`);
    const [hub, point] = [await buildProgram(root, 'serving-hub'), await buildProgram(root, 'sending-point')];
    const seconds = SECONDS.atLeast + SECONDS.perEntry * times;
    const ran = await runLink({
      profile: LINE,
      server: `exec node ${hub.file} ${stage.hubDir} ${PORT} 0.0.0.0`,
      waitPort: PORT,
      client: `exec node ${point.file} ${dir} https://${SERVER_IP}:${PORT} ${code} ${times} ${seconds}`,
      timeoutS: seconds + 30,
      trace: undefined,
    });
    for (const { remove } of [hub, point]) remove();
    const { up, down } = ran.link;
    tell(`${Math.round(ran.client.wallMs / 1000)} s; up ${counts(up)}; down ${counts(down)}`);
    const sent = ran.client.result as Sent | undefined;
    if (!sent) throw new Error(`the point ended without a word: ${ran.client.exitCode}`);
    tell(`enrolled at try ${sent.tries}, ${sent.lastSeq} entries`);
    const there = await hubAgainstPoint(stage.hubDir, dir);
    const lost = sent.pending + there.lost + (await lostAtPoint(dir, new Map()));
    stage.remove();
    return {
      tried: sent.lastSeq,
      bad: {
        lost,
        doubled: there.doubled,
        'faults found': there.faults,
        overstated: sent.overstated,
        'waits untold': sent.untold,
      },
    };
  },
};

interface Counts {
  readonly inPkts: number;
  readonly lostPkts: number;
  readonly reorderedPkts: number;
  readonly duplicatedPkts: number;
}

function counts({ inPkts, lostPkts, reorderedPkts, duplicatedPkts }: Counts): string {
  return `${inPkts} packets, ${lostPkts} lost, ${reorderedPkts} out of order, ${duplicatedPkts} twice`;
}

/** A code that leads over TLS to where the hub will be. */
async function codeOf(dataDir: string, url: string): Promise<string> {
  const hub = await startHub({ dataDir, host: '0.0.0.0', port: 0, consoleDir: null, log: stderrLog('silent') });
  await hub.stop();
  return withDb(dataDir, async (db) => {
    const [point] = STAGE_POINTS;
    const address = { url, pin: hub.pin };
    return unwrap(await issueEnrolmentCode(db, { point, address, actor: 'cli', now: Date.now() })).code;
  });
}
