import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

test('the lock file knows the binaries of every platform, or npm ci refuses it (npm run complete-lock)', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([, range]) => /^\d/.test(range))
      .map(([name]) => `node_modules/${name}`)
      .filter((name) => !lock.packages[name] && !lock.packages[`${path}/${name}`]),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry host', () => {
  expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith('http'))).toEqual([]);
});
