import type { Page } from 'playwright-core';
import type { MediaCheckId } from '../../../../renderer/checks/media-probes.ts';
import type { CheckDefinition } from '../../../../shared/checks/define-check.ts';
import type { Judgement } from '../../../../shared/checks/verdict.ts';
import type { PageOptions, PageReport } from './probe-page.ts';

/** Runs one probe in the page. */
export function run(page: Page, id: MediaCheckId, options: PageOptions = {}): Promise<PageReport> {
  return page.evaluate(([name, given]) => window.runProbe(name, given), [id, options] as const);
}

/** What the check's own rule makes of it. A probe that rejected is a failure of the test. */
export function judged<Limits>(check: CheckDefinition<Limits>, report: PageReport, limits: Limits): Judgement {
  if (!report.outcome) throw new Error(`the probe rejected: ${report.rejected}`);
  return check.judge(report.outcome, limits);
}
