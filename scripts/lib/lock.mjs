import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SetupError, say } from './say.mjs';

const POLL_MS = 200;
const GIVE_UP_MS = 15 * 60_000;

/**
 * Runs `work` while holding a lock file that also other processes respect. A lock whose owner died is taken over.
 * @template T
 * @param {string} file where the lock stands; its folder is made
 * @param {string} what named in the message to whoever waits, e.g. `the build`
 * @param {() => Promise<T>} work
 * @param {{ wait?: boolean }} [options] `wait: false`: throw at once when somebody else holds it
 * @returns {Promise<T>}
 */
export async function withLock(file, what, work, { wait = true } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const giveUpAt = Date.now() + GIVE_UP_MS;
  let told = false;
  while (!tryLock(file)) {
    if (!wait && isHeld(file)) throw new SetupError(`${what} is running`);
    if (Date.now() > giveUpAt) throw new SetupError(`gave up waiting for ${what}: remove ${file} if nothing runs`);
    if (!told) say(`Waiting for ${what} started by another process…`);
    told = true;
    await delay(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function tryLock(file) {
  // A hard link appears with its content at once, so nobody ever reads a half-written owner.
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, ownerOf(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    removeIfDead(file);
    return false;
  } finally {
    unlinkSync(mine);
  }
}

/** @param {string} file */
function isHeld(file) {
  const owner = readOr(file, undefined);
  return owner !== undefined && isAlive(owner);
}

/** @param {string} file */
function removeIfDead(file) {
  const owner = readOr(file, undefined);
  if (owner === undefined || isAlive(owner)) return;
  // Move first, look again: somebody may have taken the lock between our two steps.
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readOr(aside, owner) !== owner) linkSync(aside, file);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * A process id alone is reused, above all in containers; with its start time it is not.
 * @param {number} pid
 */
function ownerOf(pid) {
  const stat = readOr(`/proc/${pid}/stat`, '');
  const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${pid} ${startTime}`;
}

/** @param {string} owner */
function isAlive(owner) {
  const pid = Number.parseInt(owner, 10);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!isCode(error, 'EPERM')) return false;
  }
  return ownerOf(pid) === owner;
}

/**
 * @template T
 * @param {string} file
 * @param {T} fallback
 */
function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fallback;
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
