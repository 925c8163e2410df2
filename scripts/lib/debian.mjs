import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianGroups } from './debian-groups.mjs';
import { withLock } from './lock.mjs';
import { capture, captureOrThrow, onPath } from './run.mjs';
import { SetupError, say } from './say.mjs';

const APT_ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
const APT_TIMEOUT_MS = 15 * 60_000;

/**
 * Makes sure the machine provides what the groups name. Does nothing on systems other than Linux.
 * @param {ReadonlyArray<keyof typeof debianGroups>} groups
 * @param {string} why ends the sentence "… needed …", e.g. `to run Electron`
 * @throws {SetupError} naming the one command to run, when we may not or cannot install
 */
export async function ensureDebianPackages(groups, why) {
  if (process.platform !== 'linux') return;
  const lacking = await findLacking(groups);
  if (lacking.every((need) => need.wanted)) return;
  if (!existsSync('/usr/bin/apt-get')) {
    throw new SetupError(`${lacking.map(nameOf).join(', ')} needed ${why}: install with your system's package manager`);
  }
  if (process.getuid?.() !== 0) {
    const names = await choosePackages(lacking);
    throw new SetupError(`packages needed ${why}; run: sudo apt-get install -y ${names.join(' ')}`);
  }
  await withLock(join(tmpdir(), 'diem-cau-apt.lock'), 'the installation of Debian packages', async () => {
    const still = await findLacking(groups);
    if (!still.every((need) => need.wanted)) await install(still, why);
  });
}

/**
 * @param {import('./debian-groups.mjs').Need[]} needs
 * @param {string} why
 */
async function install(needs, why) {
  let names = await choosePackages(needs);
  const unknown = (await knownPackages(names)).size < names.length;
  if (unknown) names = await updateLists(needs);
  say(`Installing Debian packages ${why}: ${names.join(' ')}…`);
  let result = await aptInstall(names);
  // Old lists name files that the archive no longer has.
  if (result.code !== 0 && !unknown) result = await aptInstall(await updateLists(needs));
  if (result.code === 0) return;
  const tail = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-10).join('\n');
  throw new SetupError(`Debian packages could not be installed: ${names.join(' ')}\n${tail}`);
}

/** @param {string[]} names */
function aptInstall(names) {
  const args = ['install', '-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...names];
  return capture('apt-get', args, { env: APT_ENV, timeoutMs: APT_TIMEOUT_MS });
}

/** @param {import('./debian-groups.mjs').Need[]} needs */
async function updateLists(needs) {
  await captureOrThrow('apt-get', ['update', '-q'], {
    env: APT_ENV,
    timeoutMs: APT_TIMEOUT_MS,
    failure: 'the lists of Debian packages could not be fetched',
  });
  return choosePackages(needs);
}

/**
 * Of each need the first name the archive can install; with no lists yet, the last (the oldest name).
 * @param {import('./debian-groups.mjs').Need[]} needs
 * @returns {Promise<string[]>}
 */
async function choosePackages(needs) {
  const known = await knownPackages(needs.flatMap((need) => need.packages));
  return needs.map((need) => need.packages.find((name) => known.has(name)) ?? need.packages.at(-1) ?? '');
}

/** @param {string[]} names @returns {Promise<Set<string>>} those with a candidate; virtual packages have none */
async function knownPackages(names) {
  const { stdout } = await capture('apt-cache', ['policy', ...names], { env: APT_ENV });
  const candidates = stdout.matchAll(/^(\S+):\n(?: .*\n)*? {2}Candidate: (?!\(none\))/gm);
  return new Set([...candidates].map((match) => match[1] ?? ''));
}

/** @param {ReadonlyArray<keyof typeof debianGroups>} groups */
async function findLacking(groups) {
  const needs = groups.flatMap((group) => debianGroups[group]);
  const libraries = needs.some((need) => need.library) ? await listLibraries() : undefined;
  return needs.filter((need) => {
    if (need.library) return libraries !== undefined && !libraries.has(need.library);
    if (need.command) return !need.command.some(onPath);
    if (need.file) return !existsSync(need.file);
    return !(need.program && hasProgram(...need.program));
  });
}

/** @param {string} folder one folder a version @param {string} path below it */
function hasProgram(folder, path) {
  return existsSync(folder) && readdirSync(folder).some((version) => existsSync(join(folder, version, path)));
}

/** @returns {Promise<Set<string> | undefined>} sonames; undefined where the loader keeps no cache we can read */
async function listLibraries() {
  const { code, stdout } = await capture('/sbin/ldconfig', ['-p']);
  if (code !== 0) return undefined;
  return new Set([...stdout.matchAll(/^\s+(\S+) \(/gm)].map((match) => match[1] ?? ''));
}

/** @param {import('./debian-groups.mjs').Need} need */
function nameOf(need) {
  return need.library ?? need.command?.[0] ?? need.packages[0];
}
