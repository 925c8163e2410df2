import { buildEnds, type LinkCircumstances, linkProfiles, runOver, whyNotEmulated } from '../../linkem/emulate.ts';
import { type BenchOptions, type Figure, missing } from '../bench.ts';
import { type LinkScore, scoreRun } from './score.ts';
import { lineOf, tableOf } from './table.ts';

/**
 * Runs profiles by name, each so often (the options, with names after commas, come before the defaults), tells each run on
 * stderr, and all of them in a table at the end. Gives a figure that does not hold where links cannot be emulated or the name is unknown.
 */
export async function runProfiles(
  { profile, runs }: BenchOptions,
  defaults: { readonly names: readonly string[]; readonly runs: number; readonly circumstances: LinkCircumstances },
): Promise<readonly LinkScore[] | Figure> {
  const whyNot = whyNotEmulated();
  if (whyNot) return missing('emulated links', whyNot);
  const known = linkProfiles();
  const names = profile === null ? defaults.names : profile.split(',');
  const unknown = names.find((name) => !known[name]);
  if (unknown !== undefined) return missing(`profile ${unknown}`, `one of ${Object.keys(known).join(', ')}`);
  await buildEnds();
  const scores: LinkScore[] = [];
  for (const name of names) {
    for (let run = 1; run <= (runs ?? defaults.runs); run += 1) {
      const seeded = { ...known[name]!, seed: run };
      const score = scoreRun(name, seeded, await runOver(seeded, defaults.circumstances));
      process.stderr.write(lineOf(score));
      scores.push(score);
    }
  }
  process.stderr.write(`\n${tableOf(scores)}`);
  return scores;
}
