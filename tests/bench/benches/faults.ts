import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { atLeast, type Bench, type Figure, missing, none } from '../bench.ts';
import { FAULT_CLASSES } from './faults/classes.ts';

/** Where each class leaves its figures as it ends; emptied when a run begins, so that nothing old is taken for new. */
const FIGURES = join('test-output', 'faults');

/**
 * What the product does when everything goes wrong. A class of faults is a file in `faults/` and a line in `faults/classes.ts`.
 * The small dose is what the test suite bears; `--full` is what is claimed; `--runs` is another one. `--profile` takes some of the
 * classes. Several classes run at once, each in a process of its own: what one holds in memory is no other's growth.
 */
export const faults: Bench = {
  about:
    'kills, power cuts, full disks, damaged files, a hostile line, attacks on the record, bad input: what was lost, doubled, unnoticed',
  usualSeconds: 60,
  options: ['profile', 'full', 'runs'],
  async run(root, { profile, full, runs }) {
    const names = profile?.split(',') ?? Object.keys(FAULT_CLASSES);
    const dose = { full: full === true, runs };
    const [only, ...more] = names;
    if (only !== undefined && more.length === 0) return figuresOf(only, dose, root);
    const folder = join(root, FIGURES);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const figures = new Map<string, readonly Figure[]>();
    const waiting = longestFirst(names);
    const lane = async () => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        const startedAt = Date.now();
        const own = await inItsOwnProcess(name, dose);
        const seconds = Math.round((Date.now() - startedAt) / 1000);
        process.stderr.write(
          `${name}: ${seconds} s, ${own.filter(({ holds }) => !holds).length} figures do not hold\n`,
        );
        writeFileSync(join(folder, `${name}.json`), JSON.stringify({ seconds, figures: own }, null, 2));
        figures.set(name, own);
      }
    };
    await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
    return names.flatMap((name) => figures.get(name) ?? []);
  },
};

interface Dose {
  readonly full: boolean;
  /** In place of either dose. */
  readonly runs: number | null;
}

/** What takes long is begun first, so that nothing long is left alone at the end. */
function longestFirst(names: readonly string[]): string[] {
  const minutes = (name: string) => FAULT_CLASSES[name]?.usualMinutes ?? 0;
  return [...names].sort((a, b) => minutes(b) - minutes(a));
}

async function inItsOwnProcess(name: string, { full, runs }: Dose): Promise<readonly Figure[]> {
  const options = [...(full ? ['--full'] : []), ...(runs === null ? [] : ['--runs', String(runs)])];
  const [, script = ''] = process.argv;
  const args = [...process.execArgv, script, 'faults', '--json', '--profile', name, ...options];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  await new Promise((resolve) => child.once('close', resolve));
  try {
    return (JSON.parse(said) as { figures: readonly Figure[] }).figures;
  } catch {
    return [missing(name, `ended without figures (${child.exitCode ?? child.signalCode})`)];
  }
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
