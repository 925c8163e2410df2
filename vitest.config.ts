import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';
import { SummaryReporter } from './tests/support/summary-reporter.ts';

/** Real programs start and stop in these tests; on two cores that takes a while. */
const MINUTES = 60_000;

const SCREENS = 'tests/renderer/*.test.{ts,tsx}';
const PROBES = 'tests/renderer/checks/*.test.{ts,tsx}';
/** What the windows compute, in folders by subject: no browser, no device. */
const COMPUTING = 'tests/renderer/*/**/*.test.{ts,tsx}';

const LINE = ['checks/link', 'province-link'].map((folder) => `tests/electron/${folder}/**/*.test.ts`);
/** Of these, what asks who answers and what is let in: nothing in it is judged by time. */
const ANSWERS = [
  ...['reach', 'reach-network', 'real-hub', 'refusal', 'surroundings'].map((name) => `checks/link/${name}`),
  ...['abuse', 'admission', 'responder-tcp', 'responder-udp'].map((name) => `province-link/${name}`),
].map((name) => `tests/electron/${name}.test.ts`);

const PROGRAMS = ['e2e', 'fault', 'load'].map((folder) => `tests/${folder}/**/*.test.ts`);
const PROGRAM_LIMITS = {
  globalSetup: ['tests/support/global-setup.ts'],
  testTimeout: 2 * MINUTES,
  hookTimeout: 2 * MINUTES,
};
/** Of these, what is judged by how fast this machine or its line is. What only has to find a device's fault does on a busy one. */
const MEASURING = [
  ...['check-command', 'drift', 'help', 'link-card', 'main-job', 'three-failures'].map(
    (name) => `tests/e2e/${name}.test.ts`,
  ),
  'tests/fault/link-emulated.test.ts',
  'tests/renderer/checks/screen-probe.test.ts',
];

/** Groups run one after the other: what is quick and needs nothing first, what shares screen and devices last. */
export default defineConfig({
  test: {
    reporters: ['default', new SummaryReporter()],
    passWithNoTests: true,
    // A state that comes is waited for; a second, vitest's own, is too little on two busy cores.
    expect: { poll: { timeout: 15_000 } },
    exclude: [...configDefaults.exclude, 'dist*/**', 'out/**'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // Pure functions share nothing to isolate.
        test: {
          name: 'shared',
          include: ['tests/shared/**/*.test.ts'],
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Each in a browser and with sound devices of its own.
        test: {
          name: 'probes',
          include: [PROBES],
          exclude: [...configDefaults.exclude, ...MEASURING],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: [SCREENS],
          globalSetup: ['tests/support/renderer-pages.ts'],
          maxWorkers: 2,
          // A browser for all files: what it compiled of our scripts is as good for the next.
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          include: [...['electron', 'house', 'scripts'].map((folder) => `tests/${folder}/**/*.test.ts`), COMPUTING],
          exclude: [...configDefaults.exclude, ...LINE, PROBES],
          globalSetup: ['tests/support/shared-postgres.ts'],
          maxWorkers: 2,
          // The hub and all it is made of are read once for all files; whoever fakes something puts it back.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'answers',
          include: ANSWERS,
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
          include: LINE,
          exclude: [...configDefaults.exclude, ...ANSWERS],
          maxWorkers: 1,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        // Windows, people and hubs, each file with its own of all: two at a time.
        test: {
          name: 'apps',
          include: PROGRAMS,
          exclude: [...configDefaults.exclude, ...MEASURING],
          maxWorkers: 2,
          ...PROGRAM_LIMITS,
          sequence: { groupOrder: 5 },
        },
      },
      {
        extends: true,
        // Frames, samples and packets are counted: nothing else may run beside them.
        test: {
          name: 'devices',
          include: MEASURING,
          fileParallelism: false,
          ...PROGRAM_LIMITS,
          sequence: { groupOrder: 6 },
        },
      },
    ],
  },
});
