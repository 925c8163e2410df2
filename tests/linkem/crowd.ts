import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { probeOutcome } from '../../shared/checks/probe-outcome.ts';
import { buildEnds, type EmulatorCounts, ENDS, type LinkProfile, linkrun } from './emulate.ts';

export interface Crowd {
  readonly points: number;
  /** Each way; every point's traffic goes over it. */
  readonly hubLineMbps: number;
  /** Access links; the points have them in turn. */
  readonly access: readonly LinkProfile[];
  /** So many are measured alone first: one after the other, from the first on. */
  readonly alone: number;
}

const crowdResult = z.object({
  alone: z.array(probeOutcome),
  together: z.array(probeOutcome),
  togetherMs: z.number(),
});

export interface CrowdRun extends z.infer<typeof crowdResult> {
  /** Of the hub's own line. */
  readonly down: EmulatorCounts;
  readonly up: EmulatorCounts;
}

const HUB_RTT_MS = 4;
const TIMEOUT_S = 1_500;

/** Every point's real check against one real hub at once, progress on stderr. Throws when an end fails. */
export async function runCrowd({ points, hubLineMbps, access, alone }: Crowd): Promise<CrowdRun> {
  await buildEnds();
  const { runLink } = await linkrun();
  const data = await mkdtemp(join(tmpdir(), 'diem-cau-crowd-'));
  const profile = { downMbps: hubLineMbps, upMbps: hubLineMbps, rttMs: HUB_RTT_MS, points, access };
  try {
    const { client, link } = await runLink({
      profile,
      server: `export CROWD_DATA=${data} CROWD_LINE_MBPS=${hubLineMbps}; exec node ${join(ENDS, 'crowd-hub-end.mjs')}`,
      client: `export CROWD_POINTS=${points} CROWD_ALONE=${alone}; exec node ${join(ENDS, 'crowd-end.mjs')}`,
      waitPort: 8080,
      timeoutS: TIMEOUT_S,
      trace: undefined,
      quiet: false,
      rt: true,
    });
    if (client.exitCode !== 0) throw new Error(`the points' end failed: ${client.stdout}`);
    return { ...crowdResult.parse(client.result), down: link.down, up: link.up };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
