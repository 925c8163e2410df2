import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { LONGEST } from '../support/longest-files.ts';

it('the files that are run first are there', () => {
  expect(LONGEST.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
