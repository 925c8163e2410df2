import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { peak } from '../../../renderer/checks/media/audio-levels.ts';
import { type PulseServer, startPulse } from '../../support/pulse.ts';
import { openProbePage, type ProbePage, serveProbePage, withBrowser } from './support/chromium.ts';

vi.setConfig({ testTimeout: 60_000 });

/** As in the app's own window, where nobody need click before a sound. */
const LIKE_THE_APP = ['--autoplay-policy=no-user-gesture-required'];

let dir: string;
let served: ProbePage;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diem-cau-play-'));
  served = await serveProbePage(join(dir, 'page'));
}, 60_000);

afterAll(async () => {
  await served?.stop();
  await rm(dir, { recursive: true, force: true });
});

test('plays on the chosen speaker and on no other', async () => {
  await inRoom(async (pulse, page) => {
    const [laptop, room] = [await pulse.plugSpeaker('Laptop speaker'), await pulse.plugSpeaker('Room speaker')];
    // A page that may use the microphone is told the names of the speakers.
    await pulse.plugMicrophone('Room microphone');
    await page.evaluate(() => navigator.mediaDevices.getUserMedia({ audio: true }));
    const heard = Promise.all([pulse.hear(laptop, 4), pulse.hear(room, 4)]);
    const played = await page.evaluate(() => window.playTestSound('Room_speaker'));
    expect(played).toEqual({ ended: 'played', leftOpen: [] });
    const [other, chosen] = (await heard).map(peak);
    expect(chosen).toBeGreaterThan(0.1);
    expect(other).toBe(0);
  });
});

test('says which speaker is gone, and that there is none', async () => {
  await inRoom(async (pulse, page) => {
    expect((await page.evaluate(() => window.playTestSound(null))).ended).toBe('sound-no-output');
    await pulse.plugSpeaker('Room speaker');
    const played = await page.evaluate(() => window.playTestSound('TV'));
    expect(played).toEqual({ ended: 'sound-output-missing', leftOpen: [] });
  });
});

test('stops when told: that is no failure, and nothing stays open', async () => {
  await inRoom(async (pulse, page) => {
    await pulse.plugSpeaker('Room speaker');
    const played = await page.evaluate(() => window.playTestSound(null, true));
    expect(played).toEqual({ ended: 'played', leftOpen: [] });
  });
});

async function inRoom(work: (pulse: PulseServer, page: Page) => Promise<void>): Promise<void> {
  const pulse = await startPulse();
  try {
    await withBrowser(LIKE_THE_APP, async (browser) => work(pulse, await openProbePage(browser, served)), {
      env: pulse.env,
    });
  } finally {
    await pulse.stop();
  }
}
