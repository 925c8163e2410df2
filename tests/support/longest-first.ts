import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { LONGEST } from './longest-files.ts';

/** Puts the files that take longest first within their project. Which project comes when stays as it is. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((one) =>
      sorted.filter(({ project }) => project === one).sort((a, b) => placeOf(a.moduleId) - placeOf(b.moduleId)),
    );
  }
}

function placeOf(file: string): number {
  const place = LONGEST.findIndex((name) => file.endsWith(`/${name}`));
  return place === -1 ? LONGEST.length : place;
}
