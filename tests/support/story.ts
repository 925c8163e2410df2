import type { Page } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';
import { screenshot } from './screenshot.ts';

/**
 * The tests of this group are steps of one story, in order. After the first that fails the rest would tell nothing: each is skipped and
 * says which one that was. `pictures`: what is looked at then, by the name of the picture.
 */
export function tellStory(pictures: () => Readonly<Record<string, Page | undefined>> = () => ({})): void {
  let failed: string | null = null;
  beforeEach(({ skip }) => skip(failed !== null, `not tried, since this failed before: ${failed}`));
  afterEach(async ({ task }) => {
    if (failed !== null || task.result?.state !== 'fail') return;
    failed = task.name;
    for (const [name, page] of Object.entries(pictures())) {
      // A window that is gone must not stand in the report instead of why the step failed.
      if (page) await screenshot(page, name).catch(() => process.stderr.write(`there is no picture ${name}\n`));
    }
  });
}
