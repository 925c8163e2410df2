import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './bench.ts';
import { BENCHES } from './benches.ts';

const USAGE = `usage: bench list
       bench NAME [--json]    exit 1 when a figure does not hold, 2 when the call is wrong
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const [name, ...rest] = args.filter((arg) => arg !== '--json');
  if (name === 'list' && rest.length === 0) return list(json);
  const bench = name === undefined || rest.length > 0 ? undefined : BENCHES[name];
  if (!name || !bench) {
    process.stderr.write(USAGE);
    return 2;
  }
  const figures = await bench.run(repository());
  process.stdout.write(json ? `${JSON.stringify({ bench: name, figures }, null, 2)}\n` : table(figures));
  return figures.length > 0 && figures.every(({ holds }) => holds) ? 0 : 1;
}

function list(json: boolean): number {
  const benches = Object.entries(BENCHES).map(([name, { about, usualSeconds }]) => ({ name, about, usualSeconds }));
  const lines = benches.map(({ name, about, usualSeconds }) => `${name.padEnd(16)} ~${usualSeconds} s  ${about}\n`);
  process.stdout.write(json ? `${JSON.stringify(benches, null, 2)}\n` : lines.join(''));
  return 0;
}

function table(figures: readonly Figure[]): string {
  return figures
    .map(({ name, value, unit, bar, holds }) => `${holds ? '✓' : '✗'} ${name}: ${value ?? '–'} ${unit} (${bar})\n`)
    .join('');
}

/** The folder that holds `package.json`, whether this runs from `dist/` or from the sources. */
function repository(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('this bench is not inside the repository');
    folder = parent;
  }
  return folder;
}
