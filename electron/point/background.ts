import { networkInterfaces } from 'node:os';
import { forgetLetters } from './attachments/forget-letters.ts';
import type { Clock } from './clock.ts';
import type { EnrolledPoint } from './enrolled-point.ts';
import { storageError } from './journal-file.ts';
import type { PointCore } from './point-core.ts';
import { backOffMs } from './sync-config.ts';

const FORGET_EVERY_MS = 60 * 60_000;

type Track = <T>(work: Promise<T>) => Promise<T>;

/**
 * Everything a point does by itself: sends the outbox, keeps the feed fresh, notices what another process did and when the network
 * came back. `track` keeps the files open while a round is under way. Returns its stop.
 */
export function startBackground(core: PointCore, track: Track): () => void {
  const { clock, sync } = core.world;
  let running: (() => void) | null = null;
  let seen = stampOf(core);
  let network = networkStamp();

  async function look(): Promise<void> {
    try {
      await lookOnce();
    } catch (error) {
      // A disk that cannot be read now may be readable in three seconds.
      core.warn(storageError(error));
    }
  }

  async function lookOnce(): Promise<void> {
    const point = await core.enrolled();
    if (point && !running) running = startSync(core, point, track);
    const stamp = stampOf(core);
    const networkNow = networkStamp();
    if (point && (stamp !== seen || networkNow !== network)) {
      await point.records.catchUp();
      point.outbox.kick();
    }
    if (stamp !== seen) core.changed();
    seen = stamp;
    network = networkNow;
  }

  const stopLooking = repeat(clock, async () => {
    await track(look());
    return sync.watchEveryMs;
  });
  return () => {
    stopLooking();
    running?.();
  };
}

function startSync(core: PointCore, point: EnrolledPoint, track: Track): () => void {
  const stopSending = point.outbox.start();
  const stopLetters = sendLettersRegularly(core, point, track);
  const stopFetching = refreshFeedRegularly(core, point, track);
  const stopHelp = point.help.start();
  return () => {
    stopSending();
    stopLetters();
    stopFetching();
    stopHelp();
  };
}

/** After their entries, by themselves: a letter that does not go through holds nothing else up. Old ones are deleted. */
function sendLettersRegularly(core: PointCore, point: EnrolledPoint, track: Track): () => void {
  const { clock, random, sync } = core.world;
  let failures = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  function forget(): void {
    const now = clock.now();
    if (now - lookedAt < FORGET_EVERY_MS) return;
    lookedAt = now;
    const forgotten = forgetLetters(core.world.dataDir, core.policy().retention.attachmentDays, now);
    if (!forgotten.ok) core.warn(forgotten.error);
  }
  return repeat(clock, async (signal) => {
    const outcome = await track(point.letters.send(signal));
    forget();
    failures = outcome.ok ? 0 : failures + 1;
    return outcome.ok ? sync.watchEveryMs : backOffMs(sync, failures, random());
  });
}

/** Regularly, sooner (with back-off) while it fails. A feed that came again wakes the outbox: the hub is back. */
function refreshFeedRegularly(core: PointCore, point: EnrolledPoint, track: Track): () => void {
  const { clock, random, sync } = core.world;
  let failures = 0;
  return repeat(clock, async (signal) => {
    const outcome = await track(point.refreshFeed(signal));
    core.noteFeed(outcome);
    // What it finds is a warning of its own; that it could not be asked is told by the feed.
    if (outcome.ok && point.witness.due()) await track(point.witness.look(signal));
    core.changed();
    if (outcome.ok && failures > 0) point.outbox.kick();
    failures = outcome.ok ? 0 : failures + 1;
    return outcome.ok ? sync.feedEveryMs : backOffMs(sync, failures, random());
  });
}

/** Calls `work` now, and again after the milliseconds it answers, until stopped; the signal tells a call under way. */
function repeat(clock: Clock, work: (signal: AbortSignal) => Promise<number>): () => void {
  const stopped = new AbortController();
  let cancel = (): void => undefined;
  const round = async (): Promise<void> => {
    const waitMs = await work(stopped.signal);
    if (!stopped.signal.aborted) cancel = clock.after(waitMs, () => void round());
  };
  void round();
  return () => {
    stopped.abort();
    cancel();
  };
}

/** Another text once another process has committed an entry or enrolled this machine. */
function stampOf(core: PointCore): string {
  return `${core.foreignCommits()} ${core.stores.enrolment.read().enrolment?.deviceId ?? ''}`;
}

/** Names the networks this machine is on; another text means a cable was plugged in or an address given. */
function networkStamp(): string {
  const external = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).filter(({ internal }) => !internal).map(({ address }) => `${name}=${address}`),
  );
  return external.sort().join(' ');
}
