import { configDefaults, defineConfig } from 'vitest/config';
import { SummaryReporter } from './tests/support/summary-reporter.ts';

/** Real programs start and stop in these tests; on two cores that takes a while. */
const MINUTES = 60_000;

const LINE = ['checks/link', 'province-link'].map((folder) => `tests/electron/${folder}/**/*.test.ts`);

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
        // Probes count frames and samples: nothing else may run beside them.
        test: {
          name: 'probes',
          include: ['tests/renderer/checks/**/*.test.{ts,tsx}'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'tests/renderer/checks/**'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          include: ['electron', 'house', 'scripts'].map((folder) => `tests/${folder}/**/*.test.ts`),
          exclude: [...configDefaults.exclude, ...LINE],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        // The line is measured to a fraction of a millisecond.
        test: {
          name: 'line',
          include: [...LINE],
          maxWorkers: 1,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 4 },
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
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
