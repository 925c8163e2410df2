import { writeFileSync } from 'node:fs';
import type { SerializedError, TestModule } from 'vitest/node';
import type { Reporter } from 'vitest/reporters';

/** What a run came to; a file that cannot be loaded and an error outside any test count as one failure each. */
interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Writes the run's numbers as JSON to the file that `DIEM_CAU_TEST_SUMMARY` names; `scripts/test.mjs` prints them. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = process.env.DIEM_CAU_TEST_SUMMARY;
    if (file) writeFileSync(file, JSON.stringify(summarise(modules, unhandled.length)));
  }
}

function summarise(modules: readonly TestModule[], unhandledErrors: number): Summary {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length;
  const suites = modules.flatMap((module) => [...module.children.allSuites()]);
  const broken = [...modules, ...suites].filter((item) => item.errors().length > 0).length;
  return {
    passed: count('passed'),
    // A test still pending at the end never ran: that is no success.
    failed: count('failed', 'pending') + broken + unhandledErrors,
    skipped: count('skipped'),
  };
}
