import { join } from 'node:path';
import { z } from 'zod';
import { HERE, type LinkProfile, linkrun } from './emulate.ts';
import { linkTruth } from './truth.ts';

/** What `ref-client.mjs` does, as speed tests do: eight TCP streams, eight seconds a direction, the first 40 % discarded. */
const REFERENCE = 'STREAMS=8 SECONDS=8 PROBES=25';
const GOODPUT = 1448 / 1500;

const answer = z.object({ downGoodputMbps: z.number(), upGoodputMbps: z.number() });

export interface ReferenceRun {
  readonly seconds: number;
  readonly megabytes: number;
  /** Unsigned, of the truth: down and up. */
  readonly errorsPct: readonly number[];
}

/** One run of the reference client over an emulated link. Throws when it fails. */
export async function referenceOver(profile: LinkProfile): Promise<ReferenceRun> {
  const { runLink } = await linkrun();
  const { client, link } = await runLink({
    profile,
    server: `exec node ${join(HERE, 'ref-server.mjs')}`,
    client: `${REFERENCE} exec node ${join(HERE, 'ref-client.mjs')}`,
    waitPort: 9001,
    timeoutS: 60,
    trace: undefined,
    quiet: true,
    rt: true,
  });
  if (client.exitCode !== 0) throw new Error(`the reference client failed: ${client.stdout}`);
  const { downGoodputMbps, upGoodputMbps } = answer.parse(client.result);
  const truth = linkTruth(profile);
  const off = (goodput: number, mbps: number) => 100 * Math.abs(goodput / GOODPUT / mbps - 1);
  return {
    seconds: client.wallMs / 1000,
    megabytes: (link.down.inBytes + link.up.inBytes) / 1e6,
    errorsPct: [off(downGoodputMbps, truth.downMbps), off(upGoodputMbps, truth.upMbps)],
  };
}
