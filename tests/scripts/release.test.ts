import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readRelease, releaseKeyIn } from '../../electron/crypto/release.ts';
import { makeKey, signRelease } from '../../scripts/packaging/sign-release.mjs';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'diem-cau-release-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('what the script signs is what the application reads, by the key that is packed into it and by no other', async () => {
  const [ours, others] = [folder(), folder()];
  const { secret } = await makeKey(ours);
  await makeKey(others);
  const installers = ['diem-cau-0.2.0-linux-x64.tar.gz', 'diem-cau-0.2.0-win-x64.exe'].map((name) => join(ours, name));
  for (const file of installers) writeFileSync(file, 'an installer');
  const about = { key: secret, version: '0.2.0', takesBack: ['0.3.0'], notes: { vi: 'Mới', en: 'New' }, signedAt: 5 };
  const jws = await signRelease(about, installers);
  const key = await releaseKeyIn(ours);
  if (key === null) return expect.fail('no key');
  expect(await readRelease(jws, key)).toMatchObject({
    ...{ version: '0.2.0', takesBack: ['0.3.0'], notes: { vi: 'Mới', en: 'New' }, signedAt: 5 },
    files: [
      { name: 'diem-cau-0.2.0-linux-x64.tar.gz', installation: 'folder', platform: 'linux-x64', bytes: 12 },
      { name: 'diem-cau-0.2.0-win-x64.exe', installation: 'nsis', platform: 'win32-x64', bytes: 12 },
    ],
  });
  const foreign = await releaseKeyIn(others);
  expect(foreign && (await readRelease(jws, foreign))).toBeNull();
});

test('the private half is for its owner alone, and a pair is never written over', async () => {
  const place = folder();
  const { secret, open } = await makeKey(place);
  expect([statSync(secret).mode & 0o077, 'd' in JSON.parse(readFileSync(open, 'utf8'))]).toEqual([0, false]);
  await expect(makeKey(place)).rejects.toThrow('EEXIST');
});

test('a build without a key, or with something else in its place, has none', async () => {
  const place = folder();
  expect(await releaseKeyIn(place)).toBeNull();
  writeFileSync(join(place, 'release-key.json'), '{"kty":"RSA"}');
  expect(await releaseKeyIn(place)).toBeNull();
});

test.each([
  ['a version that is none', '0.2', 'x.tar.gz'],
  ['a file that is no installer', '0.2.0', 'x.txt'],
])('nothing is signed for %s', async (_name, version, name) => {
  const place = folder();
  const { secret } = await makeKey(place);
  writeFileSync(join(place, name), 'x');
  await expect(signRelease({ key: secret, version }, [join(place, name)])).rejects.toThrow();
});
