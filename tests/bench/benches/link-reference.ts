import { linkProfiles } from '../../linkem/emulate.ts';
import { type ReferenceRun, referenceOver } from '../../linkem/reference.ts';
import { atMost, type Bench, type Figure, largest } from '../bench.ts';
import { runProfiles } from '../link/run-profiles.ts';
import type { LinkScore } from '../link/score.ts';

const NAMES = ['a-4-2', 'b-10-5-loss', 'c-50-20', 'k-80-30-loss', 'm-150-150-loss'];

/** The link check beside a plain download and upload over several TCP streams, as speed tests do it, on the same links. */
export const linkReference: Bench = {
  about: `the link check beside a multi-stream TCP speed test (eight streams, 8 s a direction) on ${NAMES.length} emulated links`,
  usualSeconds: 150,
  options: ['profile'],
  async run(_root, options) {
    const circumstances = { undisturbed: true };
    const scores = await runProfiles(options, { names: NAMES, runs: 1, circumstances });
    if ('holds' in scores) return [scores];
    const references: ReferenceRun[] = [];
    for (const { profile } of scores) {
      const reference = await referenceOver(linkProfiles()[profile]!);
      process.stderr.write(`${profile}  the reference: ${told(reference)}\n`);
      references.push(reference);
    }
    return figures(scores, references);
  },
};

function told({ errorsPct, seconds, megabytes }: ReferenceRun): string {
  return `off by ${errorsPct.map((pct) => `${pct.toFixed(1)} %`).join(' and ')}, ${seconds.toFixed(1)} s, ${megabytes.toFixed(1)} MB`;
}

/** Ours over theirs; of the links one by one, the worst. */
function figures(scores: readonly LinkScore[], references: readonly ReferenceRun[]): Figure[] {
  const ratios = (ours: (score: LinkScore) => number, theirs: (run: ReferenceRun) => number) =>
    largest(scores.map((score, index) => ours(score) / theirs(references[index]!)));
  const errors = scores.flatMap(({ down, up }) => [down, up].map(({ errorPct }) => Math.abs(errorPct ?? 100)));
  const referenceErrors = references.flatMap(({ errorsPct }) => errorsPct);
  return [
    atMost(
      'time, of the reference’s, worst',
      ratios(
        ({ seconds }) => seconds,
        ({ seconds }) => seconds,
      ),
      '',
      0.33,
    ),
    atMost(
      'data, of the reference’s, worst',
      ratios(
        ({ megabytes }) => megabytes,
        ({ megabytes }) => megabytes,
      ),
      '',
      0.33,
    ),
    atMost('worst error, of the reference’s', (largest(errors) ?? 0) / (largest(referenceErrors) ?? 0), '', 1),
  ];
}
