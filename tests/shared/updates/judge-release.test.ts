import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRelease, type Running } from '../../../shared/updates/judge-release.ts';
import { type Release, release } from '../../../shared/updates/release.ts';
import { compareVersions } from '../../../shared/updates/version.ts';

const HASH = `${'A'.repeat(86)}==`;
const FILE = { installation: 'folder', platform: 'linux-x64', bytes: 10, sha512: HASH } as const;

function releaseOf(change: Partial<Release> = {}): Release {
  return release.parse({ version: '0.2.0', signedAt: 1000, files: [{ name: 'a.tar.gz', ...FILE }], ...change });
}

const HERE: Running = { version: '0.1.0', platform: 'linux-x64', installation: 'folder', lastSignedAt: 0 };

describe('judging a release', () => {
  it.each([
    ['a newer one', {}, HERE, 'a.tar.gz'],
    ['the one that runs', {}, { ...HERE, version: '0.2.0' }, null],
    ['an older one', {}, { ...HERE, version: '0.3.0' }, 'update-older'],
    ['a roll-back of what runs', { takesBack: ['0.3.0'] }, { ...HERE, version: '0.3.0' }, 'a.tar.gz'],
    ['a roll-back of another one', { takesBack: ['0.3.0'] }, { ...HERE, version: '0.4.0' }, 'update-older'],
    ['one signed before the last one taken', {}, { ...HERE, lastSignedAt: 1001 }, 'update-older'],
    [
      'a roll-back that comes back',
      { takesBack: ['0.3.0'] },
      { ...HERE, version: '0.3.0', lastSignedAt: 2000 },
      'update-older',
    ],
    ['another platform', {}, { ...HERE, platform: 'win32-x64' }, 'update-no-file'],
    ['another installer', {}, { ...HERE, installation: 'deb' }, 'update-no-file'],
    ['what cannot replace itself', {}, { ...HERE, installation: null }, 'update-not-here'],
  ] as const)('%s', (_name, change, running, outcome) => {
    const judged = judgeRelease(releaseOf(change as Partial<Release>), running as Running);
    expect(judged.ok ? (judged.value?.name ?? null) : judged.error.code).toBe(outcome);
  });

  it('never takes an older version that does not name what runs', () => {
    const part = fc.integer({ min: 0, max: 30 });
    const version = fc.tuple(part, part, part).map((numbers) => numbers.join('.'));
    fc.assert(
      fc.property(version, version, fc.array(version, { maxLength: 3 }), fc.nat(), fc.nat(), (v, r, back, at, last) => {
        const judged = judgeRelease(releaseOf({ version: v, takesBack: back, signedAt: at }), {
          ...HERE,
          version: r,
          lastSignedAt: last,
        });
        const taken = judged.ok && judged.value !== null;
        const may = at >= last && (compareVersions(v, r) > 0 || (compareVersions(v, r) < 0 && back.includes(r)));
        expect(taken).toBe(may);
      }),
    );
  });

  it.each(['../x.tar.gz', '.x.tar.gz', 'a/b.exe', 'a..b.exe', ''])('a file named %j is no release', (name) => {
    expect(release.safeParse({ ...releaseOf(), files: [{ ...FILE, name }] }).success).toBe(false);
  });
});

it('orders versions by their numbers', () => {
  expect(['0.10.0', '0.9.9', '1.0.0', '0.9.10'].sort(compareVersions)).toEqual(['0.9.9', '0.9.10', '0.10.0', '1.0.0']);
});
