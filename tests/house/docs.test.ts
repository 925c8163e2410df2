import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const pages = tracked.filter((file) => /^(README\.md|docs\/.*\.md)$/.test(file));

/** Paths of this repository named in code quotes, and relative links. */
function pathsIn(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  const quoted = [...text.matchAll(/`((?:electron|renderer|shared|assets|tests|docs|scripts|\.ci)\/[\w./-]*)`/g)].map(
    (match) => match[1] ?? '',
  );
  const links = [...text.matchAll(/]\((?!https?:|#|mailto:)([^)#]+)/g)].map((match) =>
    join(dirname(page), match[1] ?? ''),
  );
  return [...quoted, ...links];
}

describe('the documents', () => {
  it.each(pages)('%s names only paths that exist', (page) => {
    expect(pathsIn(page).filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('the house', () => {
  it('has no file over 300 lines', () => {
    const code = tracked.filter((file) => /^(electron|renderer|shared)\/.*\.tsx?$/.test(file) && existsSync(file));
    expect(code.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301)).toEqual([]);
    expect(code.length).toBeGreaterThan(50);
  });
});
