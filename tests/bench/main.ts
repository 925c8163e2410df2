import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, BenchOptions, Figure, Report } from './bench.ts';
import { BENCHES } from './benches.ts';

const USAGE = `usage: bench list
       bench NAME [--json] [--profile CASE] [--runs N] [--points N] [--full]
                              exit 1 when a figure does not hold, 2 when the call is wrong;
                              --profile and --runs: a part of a bench that has cases, as the link ones;
                              several after commas
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const call = readCall(args);
  if (call?.name === 'list') return list(call.json);
  const bench = call ? BENCHES[call.name] : undefined;
  if (!call || !bench || !understands(bench, call.options)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const report = reportOf(await bench.run(repository(), call.options));
  const { figures } = report;
  process.stdout.write(call.json ? `${JSON.stringify({ bench: call.name, ...report }, null, 2)}\n` : table(figures));
  return figures.length > 0 && figures.every(({ holds }) => holds) ? 0 : 1;
}

interface Call {
  readonly name: string;
  readonly json: boolean;
  readonly options: BenchOptions;
}

/** Null when the call is wrong. */
function readCall(args: readonly string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        profile: { type: 'string' },
        runs: { type: 'string' },
        points: { type: 'string' },
        full: { type: 'boolean' },
      },
    });
    const [name, ...rest] = positionals;
    const [runs = null, points = null] = [values.runs, values.points].map((text) =>
      text === undefined ? null : Number(text),
    );
    const wrong = [runs, points].some((number) => number !== null && !(Number.isInteger(number) && number > 0));
    if (name === undefined || rest.length > 0 || wrong) return null;
    return {
      name,
      json: values.json ?? false,
      options: { profile: values.profile ?? null, runs, points, full: values.full || null },
    };
  } catch {
    return null;
  }
}

function understands(bench: Bench, options: BenchOptions): boolean {
  const given = (Object.keys(options) as (keyof BenchOptions)[]).filter((name) => options[name] !== null);
  return given.every((name) => bench.options?.includes(name));
}

function reportOf(measured: readonly Figure[] | Report): Pick<Report, 'figures'> {
  return 'figures' in measured ? measured : { figures: measured };
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
