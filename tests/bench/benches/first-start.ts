import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { atMost, type Bench, type Figure, reported } from '../bench.ts';
import { runScript } from '../run-script.ts';

const walk = z.object({ steps: z.number(), machineSeconds: z.number(), personSeconds: z.number() });
const walks = z.object({ point: walk.optional(), province: walk.optional() });
type Walk = z.infer<typeof walk>;

const RESULT = join('test-output', 'first-start.json');

/** From the started program to a tested point, and to a province with its first meeting; the walks of a test in real Electron. */
export const firstStart: Bench = {
  about:
    'the first starts, walked by script: actions, and the machine’s time with a person’s by the keystroke-level model',
  usualSeconds: 90,
  async run(root) {
    await rm(join(root, RESULT), { force: true });
    await runScript(root, 'node_modules/vitest/vitest.mjs', [
      ...['run', '--project', 'apps', '--reporter=json'],
      'tests/e2e/first-start.test.ts',
    ]);
    const parsed = walks.safeParse(JSON.parse(await readFile(join(root, RESULT), 'utf8').catch(() => '{}')));
    const { point, province } = parsed.data ?? {};
    return [...figures('point', point, 180), ...figures('province', province, 300)];
  },
};

function figures(name: string, walked: Walk | undefined, most: number): Figure[] {
  const whole = walked ? walked.machineSeconds + walked.personSeconds : null;
  return [
    atMost(`first start of a ${name}, with a person’s time`, whole, 's', most),
    reported(`of it the machine’s, first start of a ${name}`, walked?.machineSeconds ?? null, 's'),
    reported(`actions in the first start of a ${name}`, walked?.steps ?? null, 'actions'),
  ];
}
