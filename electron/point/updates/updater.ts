import { join } from 'node:path';
import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { UpdateTimes } from '../../../shared/policy/updates.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { judgeRelease, type Running } from '../../../shared/updates/judge-release.ts';
import type { Release, ReleaseFile } from '../../../shared/updates/release.ts';
import type { UpdateState } from '../../../shared/updates/state.ts';
import { installWait, type Moment, quietFor } from '../../../shared/updates/when.ts';
import { readRelease } from '../../crypto/release.ts';
import { lineHash } from '../../crypto/signed-line.ts';
import type { Clock } from '../clock.ts';
import type { Pins } from '../hub-transport.ts';
import { fetchFile, forgetOthers, isAsSigned } from './fetch-file.ts';
import { type Kept, type KeptStore, noteSeen, seenOf } from './kept.ts';

export interface UpdaterWorld {
  /** Where files are fetched to; nothing else lies in it. */
  readonly folder: string;
  readonly running: Omit<Running, 'lastSignedAt'>;
  /** Null: this build takes no updates. */
  readonly key: CryptoKey | null;
  readonly kept: KeptStore;
  readonly clock: Clock;
  /** Uniform in [0, 1): when, of the minutes over which points are spread, this one begins. */
  readonly random: () => number;
  /** The release that the province offers this point, as it came; null: none. */
  readonly offered: () => string | null;
  readonly hub: () => { readonly url: string; readonly pins: Pins | null } | null;
  readonly times: () => UpdateTimes;
  readonly moment: () => Moment;
  /** Puts the file into place; answers when the application is about to end. */
  readonly install: (path: string, file: ReleaseFile, release: Release) => Promise<Result<null, AppError>>;
  readonly onChange: (state: UpdateState) => void;
  readonly onBug: (error: unknown) => void;
}

export interface Updater {
  readonly state: () => UpdateState;
  /** Errors: `update-quiet` near a meeting, `not-found` when nothing lies ready. */
  readonly installNow: () => Promise<Result<null, AppError>>;
  /** Errors: `update-must` when it was put off as often as the policy allows, `not-found`. */
  readonly postpone: () => Promise<Result<null, AppError>>;
  /** Looks at once: the schedule or the offer may have changed. */
  readonly kick: () => void;
  readonly start: () => () => void;
}

const LOOK_EVERY_MS = 30_000;
const AGAIN_AFTER_MS = 15 * 60_000;
/** For how long the window tells that a version is new here. */
const NEWS_MS = 24 * 3_600_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Takes what the release key has signed, when nothing else needs this machine or its line. */
export function createUpdater(world: UpdaterWorld): Updater {
  const { clock, kept } = world;
  let state: UpdateState = idle();
  let fetching: AbortController | null = null;
  let work: Promise<void> | null = null;
  let pursued: string | null = null;
  let askedFor: string | null = null;
  let notBefore = 0;
  /** Something changed while it looked. */
  let isDueAgain = false;
  let cancel = (): void => undefined;
  let stopped = true;

  function idle(): UpdateState {
    const { last } = kept.read();
    const isNews = last?.outcome === 'installed' && Math.abs(clock.now() - last.at) < NEWS_MS;
    return isNews ? { kind: 'installed', version: last.version, at: last.at } : { kind: 'none' };
  }

  function put(next: UpdateState): void {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    world.onChange(next);
  }

  async function look(): Promise<void> {
    const jws = world.offered();
    pursued = jws;
    // How the last one ended is known once this version stands.
    if (kept.read().attempt !== null) return;
    const release = jws === null || world.key === null ? null : await readRelease(jws, world.key);
    if (jws === null) return put(idle());
    if (world.key === null) return fail(null, appErr('update-keyless').error);
    if (release === null) return fail(null, appErr('update-forged').error);
    const { version } = release;
    const judged = judgeRelease(release, { ...world.running, lastSignedAt: kept.read().lastSignedAt });
    if (!judged.ok) return fail(version, judged.error);
    if (judged.value === null) {
      await forgetOthers(world.folder, null);
      return put(idle());
    }
    const hash = lineHash(jws);
    const { last } = kept.read();
    if (last?.outcome === 'not-started' && last.hash === hash) {
      return fail(version, appErr('update-not-started', { version }).error);
    }
    const again = last?.outcome === 'not-installed' && last.hash === hash ? nextTry(last) : null;
    if (again === 'never') return fail(version, appErr('update-not-installed', { version }).error);
    if (again !== null) {
      const error = appErr('update-not-installed-yet', { version }).error;
      return put({ kind: 'failed', version, error, nextTryAt: again });
    }
    await pursue(release, judged.value, hash);
  }

  /** Whoever closed the installer put it off, and may as often as anybody may. Null: now. */
  function nextTry({ at, times }: NonNullable<Kept['last']>): number | 'never' | null {
    const { postponeHours, postponeMost } = world.times();
    if (times > postponeMost) return 'never';
    const until = at + postponeHours * HOUR;
    return at <= clock.now() && clock.now() < until ? until : null;
  }

  async function pursue(release: Release, file: ReleaseFile, hash: string): Promise<void> {
    const { version } = release;
    const { at, readyAt, isNew } = seenOf(kept, hash, clock.now());
    if (isNew) [askedFor, notBefore] = [null, 0];
    if (clock.now() < notBefore && askedFor !== hash) return;
    if (readyAt === null) {
      const quiet = quietFor(world.moment(), world.times()) ?? spread(at, hash);
      if (quiet) return put({ kind: 'waiting', version, waiting: quiet });
      const fetched = await fetch(release, file);
      if (!fetched.ok) return later(version, fetched.error);
      noteSeen(kept, { readyAt: clock.now() });
    }
    await installWhenMay(release, file, hash);
  }

  /** Points that hear of a release in the same minute do not all ask for it in the same minute. */
  let lot: { readonly hash: string; readonly share: number } | null = null;
  function spread(since: number, hash: string) {
    if (lot?.hash !== hash) lot = { hash, share: world.random() };
    const until = since + Math.round(lot.share * world.times().spreadMinutes * MINUTE);
    return since <= clock.now() && clock.now() < until ? { why: 'turn' as const, until } : null;
  }

  async function fetch(release: Release, file: ReleaseFile): Promise<Result<string, AppError>> {
    const hub = world.hub();
    if (!hub) return appErr('enrolment-missing');
    await forgetOthers(world.folder, file.name);
    fetching = new AbortController();
    const { version } = release;
    put({ kind: 'fetching', version, fraction: 0 });
    let told = 0;
    const fetched = await fetchFile(file, {
      ...hub,
      folder: world.folder,
      signal: fetching.signal,
      onProgress(fraction) {
        const hundredth = Math.floor(fraction * 100) / 100;
        if (hundredth === told) return;
        told = hundredth;
        put({ kind: 'fetching', version, fraction: hundredth });
      },
    });
    fetching = null;
    return fetched;
  }

  async function installWhenMay(release: Release, file: ReleaseFile, hash: string): Promise<void> {
    const { version, notes } = release;
    const { readyAt, postponedAt, postponements } = seenOf(kept, hash, clock.now());
    const times = world.times();
    const ready = { readyAt: readyAt ?? clock.now(), postponedAt, isAskedFor: askedFor === hash };
    const waiting = installWait(world.moment(), ready, times);
    if (waiting) {
      const mayPostpone = waiting.why !== 'postponed' && postponements < times.postponeMost;
      return put({ kind: 'ready', version, notes, waiting, mayPostpone });
    }
    askedFor = null;
    put({ kind: 'installing', version });
    const path = join(world.folder, file.name);
    // It may have lain there for days: what is run is what was signed.
    if (!(await isAsSigned(path, file).catch(() => false))) {
      noteSeen(kept, { readyAt: null });
      return later(version, appErr('update-changed', { file: file.name }).error);
    }
    const { running } = world;
    const attempt = {
      ...{ hash, version, from: running.version, signedAt: release.signedAt, at: clock.now() },
      ...{ installation: running.installation, hasRun: false },
    };
    const written = kept.write({ ...kept.read(), attempt });
    if (!written.ok) return later(version, written.error);
    const installed = await world.install(path, file, release);
    if (installed.ok) return;
    kept.write({ ...kept.read(), attempt: null });
    later(version, installed.error);
  }

  function fail(version: string | null, error: AppError): void {
    put({ kind: 'failed', version, error, nextTryAt: null });
  }

  function later(version: string, error: AppError): void {
    // It was ended for a check or a meeting: the next look says which.
    if (error.code === 'cancelled') return;
    notBefore = clock.now() + AGAIN_AFTER_MS;
    put({ kind: 'failed', version, error, nextTryAt: notBefore });
  }

  function round(): void {
    cancel();
    cancel = stopped ? () => undefined : clock.after(LOOK_EVERY_MS, round);
    if (fetching && (world.offered() !== pursued || quietFor(world.moment(), world.times()))) fetching.abort();
    if (work) {
      isDueAgain = true;
      return;
    }
    work = look()
      .catch(world.onBug)
      .finally(() => {
        work = null;
        const again = isDueAgain;
        isDueAgain = false;
        if (again && !stopped) round();
      });
  }

  async function lookNow(): Promise<void> {
    await work;
    round();
    await work;
  }

  return {
    state: () => state,
    async installNow() {
      const { seen: known } = kept.read();
      if (!known || state.kind !== 'ready') return appErr('not-found');
      const quiet = quietFor(world.moment(), world.times());
      if (quiet) return appErr('update-quiet');
      askedFor = known.hash;
      await lookNow();
      return ok(null);
    },
    async postpone() {
      const { seen: known } = kept.read();
      if (!known || state.kind !== 'ready') return appErr('not-found');
      if (!state.mayPostpone) return appErr('update-must');
      noteSeen(kept, { postponedAt: clock.now(), postponements: known.postponements + 1 });
      await lookNow();
      return ok(null);
    },
    kick: () => {
      if (!stopped) round();
    },
    start() {
      stopped = false;
      round();
      return () => {
        stopped = true;
        cancel();
        fetching?.abort();
      };
    },
  };
}
