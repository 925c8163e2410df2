import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { measureLink } from '../../../../electron/checks/link/probe.ts';
import { link } from '../../../../shared/checks/link/check.ts';
import type { LinkSample } from '../../../../shared/checks/link/live.ts';
import { type LinkReached, linkMeasurement } from '../../../../shared/checks/link/measurement.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { type LinkGrant, linkGrant } from '../../../../shared/protocol/link-session.ts';
import { bundle } from '../../point/bundle.ts';
import type { Asked } from './busy-hub-end.ts';

const hubEnd = bundle('tests/electron/checks/link/busy-hub-end.ts', 'busy-hub-end');
const lineEnd = bundle('tests/electron/checks/link/late-line-end.ts', 'late-line-end');
const asleep = new Int32Array(new SharedArrayBuffer(4));

let hub: ChildProcess;
let hubUrl: string;
beforeAll(async () => {
  hub = fork(hubEnd.file);
  hubUrl = await told<string>(hub);
});
afterAll(() => {
  hub.kill('SIGKILL');
  hubEnd.remove();
  lineEnd.remove();
});

async function told<T>(child: ChildProcess): Promise<T> {
  const [message] = (await once(child, 'message')) as [T];
  return message;
}

async function grant(): Promise<LinkGrant> {
  hub.send('grant' satisfies Asked);
  return linkGrant.parse((await told<{ value: unknown }>(hub)).value);
}

async function overLateLine(): Promise<LinkGrant> {
  const granted = await grant();
  const line = fork(lineEnd.file);
  onTestFinished(() => void line.kill('SIGKILL'));
  line.send(granted.udpPort);
  return { ...granted, udpPort: await told<number>(line) };
}

/** When the ends stand still, from the phase's first sign on. */
interface Stalls {
  readonly phase: LinkSample['phase'];
  readonly afterMs: readonly number[];
}
const DURING_MEDIA: Stalls = { phase: 'media', afterMs: [100, 600, 1_100] };

/** The line, and what was said of it. */
async function measured(granted: LinkGrant, standStill: () => void, stalls = DURING_MEDIA) {
  let started = false;
  const outcome = await measureLink({
    hubUrl,
    grant: async () => ({ ok: true, value: granted }),
    signal: new AbortController().signal,
    onProgress: () => {},
    onSample({ phase }) {
      if (phase !== stalls.phase || started) return;
      started = true;
      for (const afterMs of stalls.afterMs) setTimeout(standStill, afterMs);
    },
    system: { adapterOf: async () => null },
  });
  if (outcome.kind === 'failed') throw new Error(outcome.failure);
  const line = linkMeasurement.parse(outcome.measurement) as LinkReached;
  const { findings } = link.judge(outcome, DEFAULT_POLICY.checks.link);
  const ofPackets = findings.filter(({ reason }) => /^(audio|jitter|loss)/.test(reason));
  return {
    line,
    findings,
    blamed: ofPackets.filter(({ verdict }) => verdict !== 'unmeasured').map(({ reason }) => reason),
  };
}

const STILL_MS = 220;
const hubStands = () => hub.send({ standStillMs: STILL_MS } satisfies Asked);
const pointStands = () => Atomics.wait(asleep, 0, 0, STILL_MS);
/** Of packets that came during a stall, those that a meeting would not have waited for; so much of them at the least. */
const SEEN_LATE_PCT = 10;

it('does not blame the line for what a hub that stood still saw too late', async () => {
  const { line, blamed } = await measured(await grant(), hubStands);
  expect(line.media?.up.latePct).toBeGreaterThan(SEEN_LATE_PCT);
  expect(line.media?.up.own?.latePct).toBeGreaterThan(SEEN_LATE_PCT);
  expect(blamed).toEqual([]);
});

it('does not blame the line for what this machine saw too late while it stood still', async () => {
  const { line, blamed } = await measured(await grant(), pointStands);
  expect(line.media?.down.latePct).toBeGreaterThan(SEEN_LATE_PCT);
  expect(line.media?.down.own?.latePct).toBeGreaterThan(SEEN_LATE_PCT);
  expect(blamed).toEqual([]);
});

it.each([
  ['up', 'audio-up-poor', hubStands],
  ['down', 'audio-down-poor', pointStands],
] as const)(
  'blames a line that is late on the way %s although its receiver stood still as well',
  async (way, reason, still) => {
    const { line, blamed } = await measured(await overLateLine(), still);
    expect(line.media?.[way].own?.latePct).toBeGreaterThan(0);
    expect(blamed).toContain(reason);
  },
);

it.each([
  ['the download', { phase: 'download', afterMs: [0] }],
  ['the end of the media-like run', { phase: 'media', afterMs: [1_900] }],
] as const)(
  'does not say that UDP is blocked because the hub stood still for a while during %s',
  async (_phase, stalls) => {
    const stands = () => hub.send({ standStillMs: 1_500 } satisfies Asked);
    const { line, findings } = await measured(await grant(), stands, stalls);
    expect(line.transport).toBe('udp');
    expect(findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  },
);
