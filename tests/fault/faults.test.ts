import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { FAULT_CLASSES } from '../bench/benches/faults/classes.ts';

/** Small doses; `npm run -s bench -- faults --full` gives the whole ones. The attacks are a test each elsewhere. */
const HERE = Object.entries(FAULT_CLASSES).filter(([name]) => name !== 'attacks');

describe('a small dose of each class of faults', () => {
  it.each(HERE)('%s: nothing lost, doubled or unnoticed', async (_, { whyNot, small, run }) => {
    const why = whyNot?.() ?? null;
    if (why !== null) return console.warn(`skipped: ${why}`);
    const { tried, bad } = await run(small, root);
    expect(tried).toBeGreaterThanOrEqual(small);
    expect(Object.entries(bad).filter(([, count]) => count > 0)).toEqual([]);
  });
});
