import { atLeast, type Bench, type Figure, missing, none } from '../bench.ts';
import { FAULT_CLASSES } from './faults/classes.ts';

/**
 * What the product does when everything goes wrong. A class of faults is a file in `faults/` and a line in `faults/classes.ts`.
 * The small dose is what the test suite bears; `--full` is what is claimed. `--profile` takes some of the classes.
 */
export const faults: Bench = {
  about:
    'kills, power cuts, full disks, damaged files, a hostile line, attacks on the record: what was lost, doubled, unnoticed',
  usualSeconds: 60,
  options: ['profile', 'full', 'runs'],
  async run(root, { profile, full, runs }) {
    const names = profile?.split(',') ?? Object.keys(FAULT_CLASSES);
    const figures: Figure[] = [];
    for (const name of names) figures.push(...(await figuresOf(name, { full: full === true, runs }, root)));
    return figures;
  },
};

interface Dose {
  readonly full: boolean;
  /** In place of either dose. */
  readonly runs: number | null;
}

async function figuresOf(name: string, { full, runs }: Dose, root: string): Promise<readonly Figure[]> {
  const one = FAULT_CLASSES[name];
  if (one === undefined)
    return [missing(name, `no class of faults; there are ${Object.keys(FAULT_CLASSES).join(', ')}`)];
  const whyNot = one.whyNot?.() ?? null;
  if (whyNot !== null) return [missing(`${name}: ${one.unit}`, `skipped: ${whyNot}`)];
  const dose = runs ?? (full ? one.full : one.small);
  const { tried, bad } = await one.run(dose, root);
  const zeros = Object.entries(bad).map(([what, count]) => none(`${name}: ${what}`, count, 'times'));
  return [atLeast(`${name}: ${one.unit}`, tried, 'times', dose), ...zeros];
}
