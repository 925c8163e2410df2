import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeKey, signRelease } from '../../../scripts/packaging/sign-release.mjs';
import { runScript } from '../run-script.ts';

const run = promisify(execFile);
const MINUTES = 10 * 60_000;

export interface Builds {
  /** The tar.gz of each version. `broken` is packed well and never starts. */
  readonly old: string;
  readonly new: string;
  readonly broken: string;
  /** Signs installers as the publisher, or as somebody else. */
  readonly sign: (version: string, installers: readonly string[], takesBack?: string[]) => Promise<string>;
  readonly forge: (version: string, installers: readonly string[]) => Promise<string>;
}

export const VERSIONS = { old: '0.1.0', new: '0.2.0', broken: '0.3.0' } as const;

/** Packs the present sources twice, as two versions, with a release key made for it. */
export async function packVersions(root: string, folder: string): Promise<Builds> {
  const [ours, other] = [await makeKey(join(folder, 'key')), await makeKey(join(folder, 'other-key'))];
  const pack = async (version: string) => {
    const out = join(folder, version);
    const args = ['tar.gz', `--out=${out}`, `--app-version=${version}`, `--release-key=${ours.open}`];
    // What is walked need not be small.
    await runScript(root, 'scripts/dist.mjs', args, { ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' }, MINUTES);
    const made = await readdir(join(out, 'packages'));
    const [name] = made.filter((one) => one.endsWith('.tar.gz'));
    if (name === undefined) throw new Error(`${version} could not be packed`);
    await rename(join(out, 'packages', name), join(folder, name));
    await rm(out, { recursive: true, force: true });
    return join(folder, name);
  };
  const builds = { old: await pack(VERSIONS.old), new: await pack(VERSIONS.new) };
  return {
    ...builds,
    broken: await breakOne(builds.new, folder),
    sign: (version, installers, takesBack = []) => signRelease({ key: ours.secret, version, takesBack }, installers),
    forge: (version, installers) => signRelease({ key: other.secret, version }, installers),
  };
}

/** The same runtime around an archive that holds no application. */
async function breakOne(archive: string, folder: string): Promise<string> {
  const inside = join(folder, 'breaking');
  await unpack(archive, join(inside, 'diem-cau'));
  await writeFile(join(inside, 'diem-cau', 'resources', 'app.asar'), 'no archive');
  const broken = join(folder, `diem-cau-${VERSIONS.broken}-linux-x64.tar.gz`);
  await run('tar', ['--use-compress-program=gzip -1', '-cf', broken, '-C', inside, 'diem-cau']);
  await rm(inside, { recursive: true, force: true });
  return broken;
}

/** As a person does it: the archive's one folder, under a name of their own. */
export async function unpack(archive: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  await run('tar', ['-xzf', archive, '-C', target, '--strip-components=1']);
}
