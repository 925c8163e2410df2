import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { atLeast, atMost, type Bench, type Figure } from '../bench.ts';
import { runScript } from '../run-script.ts';

const SOURCES = ['electron', 'renderer', 'shared'];
const MOST_LINES = 300;

/** How the house is built: import cycles, length of files, and how soon the pure rules are tested. */
export const skeleton: Bench = {
  about: 'import cycles, longest file, duration of the pure unit tests',
  usualSeconds: 20,
  async run(root) {
    return [...(await modules(root)), ...(await lengths(root)), ...(await unitTests(root))];
  },
};

const cruise = z.object({
  modules: z.array(z.object({ dependencies: z.array(z.object({ circular: z.boolean() })) })),
  summary: z.object({ error: z.number() }),
});

async function modules(root: string): Promise<Figure[]> {
  const config = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { output } = await runScript(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
    ...SOURCES,
    ...config,
  ]);
  const result = parseJson(output, cruise);
  const circular = result?.modules.filter(({ dependencies }) => dependencies.some((one) => one.circular));
  return [
    atMost('modules in import cycles', circular?.length ?? null, 'modules', 0),
    atMost('broken layer rules', result?.summary.error ?? null, 'imports', 0),
    atLeast('modules looked at', result?.modules.length ?? null, 'modules', 100),
  ];
}

async function lengths(root: string): Promise<Figure[]> {
  const lines: number[] = [];
  for (const folder of SOURCES) {
    const files = await readdir(join(root, folder), { recursive: true });
    for (const file of files.filter((name) => /\.(tsx?|css)$/.test(name))) {
      lines.push((await readFile(join(root, folder, file), 'utf8')).trimEnd().split('\n').length);
    }
  }
  return [
    atMost('files over 300 lines', lines.filter((count) => count > MOST_LINES).length, 'files', 0),
    atMost('longest file', Math.max(...lines), 'lines', MOST_LINES),
  ];
}

const vitestResult = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

async function unitTests(root: string): Promise<Figure[]> {
  const args = ['run', '--project', 'shared', '--reporter=json'];
  const { output, seconds } = await runScript(root, 'node_modules/vitest/vitest.mjs', args);
  const result = parseJson(output, vitestResult);
  return [
    atMost('unit tests of shared/, start to end', result ? seconds : null, 's', 10),
    atLeast('unit tests of shared/ passed', result?.numPassedTests ?? null, 'tests', 1),
    atMost('unit tests of shared/ failed', result?.numFailedTests ?? null, 'tests', 0),
  ];
}

/** The program's document, or null when it wrote none: then the figures say that they were not measured. */
function parseJson<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema> | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
