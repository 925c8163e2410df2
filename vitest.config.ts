import { configDefaults, defineConfig } from 'vitest/config';
import { SummaryReporter } from './tests/support/summary-reporter.ts';

/** Real programs start and stop in these tests; on two cores that takes a while. */
const MINUTES = 60_000;

/** Groups run one after the other: what is quick and needs nothing first, what shares screen and devices last. */
export default defineConfig({
  test: {
    reporters: ['default', new SummaryReporter()],
    passWithNoTests: true,
    exclude: [...configDefaults.exclude, 'dist*/**', 'out/**'],
    projects: [
      {
        extends: true,
        // Pure functions share nothing to isolate.
        test: {
          name: 'shared',
          include: ['tests/shared/**/*.test.ts'],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'renderer', include: ['tests/renderer/**/*.test.{ts,tsx}'], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'node',
          include: ['electron', 'house', 'scripts'].map((folder) => `tests/${folder}/**/*.test.ts`),
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e', 'fault', 'load'].map((folder) => `tests/${folder}/**/*.test.ts`),
          globalSetup: ['tests/support/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 2 * MINUTES,
          hookTimeout: 2 * MINUTES,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
