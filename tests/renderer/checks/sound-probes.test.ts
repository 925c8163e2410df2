import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { microphone } from '../../../shared/checks/microphone/check.ts';
import { speaker } from '../../../shared/checks/speaker/check.ts';
import { type HeardChannel, speakerMeasurement } from '../../../shared/checks/speaker/measurement.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { makeSound, makeSpeech } from '../../support/media.ts';
import { type PulseServer, startPulse } from '../../support/pulse.ts';
import { openProbePage, type ProbePage, serveProbePage, withBrowser } from './support/chromium.ts';
import type { PageReport } from './support/probe-page.ts';
import { judged, run } from './support/run.ts';

const limits = DEFAULT_POLICY.checks;
const TIMEOUT_MS = 60_000;
/** As in the app's own window, where nobody need click before a sound. */
const LIKE_THE_APP = ['--autoplay-policy=no-user-gesture-required'];

let dir: string;
let served: ProbePage;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diem-cau-probes-'));
  served = await serveProbePage(join(dir, 'page'));
}, TIMEOUT_MS);

afterAll(async () => {
  await served?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('the microphone', { timeout: TIMEOUT_MS }, () => {
  test('no speech in a quiet room, then speech, then a dead line, then none at all', async () => {
    await withRoom(async (pulse, probe) => {
      const device = await pulse.plugMicrophone('Room microphone');
      const dead = await probe('microphone');
      expect(judged(microphone, dead, limits.microphone)).toMatchObject({ verdict: 'fail', reason: 'silent' });

      const roomTone = pulse.speakInto(device, await makeSound('room-tone', dir), { loop: true });
      const quiet = await probe('microphone');
      expect(judged(microphone, quiet, limits.microphone)).toMatchObject({ reason: 'no-speech' });

      const voice = pulse.speakInto(device, await makeSpeech(dir), { loop: true });
      const spoken = await probe('microphone');
      expect(judged(microphone, spoken, limits.microphone).reason).toBe('ok');
      expect(spoken.live).toMatchObject({ 'point.probeNotes.say-something': 1 });
      expect(spoken.live.level).toBeGreaterThan(40);
      expect(spoken.live.recording).toBe(1);
      await Promise.all([voice.stop(), roomTone.stop()]);

      await device.unplug();
      const gone = await probe('microphone');
      expect(judged(microphone, gone, limits.microphone)).toMatchObject({ verdict: 'fail', reason: 'not-found' });
      expect([dead, quiet, spoken, gone].flatMap((report) => report.leftOpen)).toEqual([]);
    });
  });

  test('muted in the system, and unplugged while it is listened to', async () => {
    await withRoom(async (pulse, probe, browser) => {
      const device = await pulse.plugMicrophone('Room microphone');
      const voice = pulse.speakInto(device, await makeSpeech(dir), { loop: true });
      await pulse.pactl('set-source-mute', device.name, '1');
      expect(judged(microphone, await probe('microphone'), limits.microphone).reason).toBe('muted');
      await pulse.pactl('set-source-mute', device.name, '0');

      const page = await openProbePage(browser, served);
      const listening = page.evaluate(() => window.runProbe('microphone'));
      await page.waitForFunction(() => (window.liveSigns.level ?? 0) >= 20);
      await device.unplug();
      expect(judged(microphone, await listening, limits.microphone)).toMatchObject({
        verdict: 'fail',
        reason: 'stopped',
      });
      await voice.stop();
    });
  });

  test('cancelled half way: everything is closed', async () => {
    await withRoom(async (pulse, _probe, browser) => {
      await pulse.plugMicrophone('Room microphone');
      const report = await run(await openProbePage(browser, served), 'microphone', { cancelAt: 'level' });
      expect(report).toMatchObject({ rejected: 'cancelled', leftOpen: [] });
      expect(report.live.recording).toBeUndefined();
    });
  });
});

describe('the speaker', { timeout: TIMEOUT_MS }, () => {
  test('nothing connected, no witness, another room, this room: four different answers', async () => {
    await withRoom(async (pulse, probe) => {
      const nothing = await probe('speaker');
      expect(judged(speaker, nothing, limits.speaker)).toMatchObject({ verdict: 'fail', reason: 'no-output' });

      const loud = await pulse.plugSpeaker('Room speaker');
      const alone = await probe('speaker');
      expect(judged(speaker, alone, limits.speaker)).toMatchObject({ verdict: 'unmeasured', reason: 'no-proof' });

      const device = await pulse.plugMicrophone('Room microphone');
      const roomTone = pulse.speakInto(device, await makeSound('room-tone', dir), { loop: true });
      const elsewhere = await probe('speaker');
      expect(judged(speaker, elsewhere, limits.speaker)).toMatchObject({ verdict: 'fail', reason: 'not-heard' });

      await pulse.joinRoom(loud, device);
      const here = await probe('speaker');
      expect(judged(speaker, here, limits.speaker)).toMatchObject({ verdict: 'pass', reason: 'ok' });
      await roomTone.stop();
      expect([nothing, alone, elsewhere, here].flatMap((report) => report.leftOpen)).toEqual([]);
    });
  });

  test('a fan 10 dB louder than the chirp, then the left loudspeaker dead', async () => {
    await withRoom(async (pulse, probe) => {
      const loud = await pulse.plugSpeaker('Room speaker');
      const device = await pulse.plugMicrophone('Room microphone');
      await pulse.joinRoom(loud, device);
      // The fan has −34 dBFS in the chirp's band, the chirp −9 before this.
      await pulse.pactl('set-sink-volume', loud.name, '-35dB');
      const fan = pulse.speakInto(device, await makeSound('noise', dir, 60), { loop: true });
      const faint = await probe('speaker');
      await fan.stop();
      expect(judged(speaker, faint, limits.speaker)).toMatchObject({ verdict: 'pass', reason: 'ok' });
      const { channels } = speakerMeasurement.parse(measurementOf(faint)) as { channels: HeardChannel[] };
      for (const { correlation } of channels) expect(correlation).toBeLessThan(0.5);

      await pulse.pactl('set-sink-volume', loud.name, '0', '65536');
      const right = await probe('speaker');
      expect(judged(speaker, right, limits.speaker)).toMatchObject({ verdict: 'warn', reason: 'left-not-heard' });
    });
  });

  test('an audio engine that may not start is not a broken speaker', async () => {
    const report = await withBrowser(
      ['--use-fake-device-for-media-stream', '--autoplay-policy=document-user-activation-required'],
      untouchedRun,
    );
    expect(judged(speaker, report, limits.speaker)).toMatchObject({ verdict: 'unmeasured', reason: 'suspended' });
    expect(report.leftOpen).toEqual([]);
  });
});

type Probe = (id: 'microphone' | 'speaker') => Promise<PageReport>;

function measurementOf({ outcome }: PageReport): unknown {
  return outcome?.kind === 'measured' ? outcome.measurement : null;
}

/** An empty room of its own, and a browser in it. */
async function withRoom(work: (pulse: PulseServer, probe: Probe, browser: Browser) => Promise<void>): Promise<void> {
  const pulse = await startPulse();
  try {
    await withBrowser(
      LIKE_THE_APP,
      (browser) => work(pulse, async (id) => run(await openProbePage(browser, served), id), browser),
      { env: pulse.env },
    );
  } finally {
    await pulse.stop();
  }
}

/**
 * Runs the speaker's probe as the page loads: a call from the test would count as a person's click, and so would being
 * allowed to use the microphone.
 */
async function untouchedRun(browser: Browser): Promise<PageReport> {
  const context = await browser.newContext({ permissions: [] });
  const page = await context.newPage();
  let tell: (report: PageReport) => void = () => {};
  const report = new Promise<PageReport>((resolve) => {
    tell = resolve;
  });
  await page.exposeFunction('report', (told: PageReport) => tell(told));
  await page.addInitScript(() => {
    window.addEventListener('load', async () => Reflect.get(window, 'report')(await window.runProbe('speaker')));
  });
  await page.goto(`${served.origin}/probe-page.html`);
  return report;
}
