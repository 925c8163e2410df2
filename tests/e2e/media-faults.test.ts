import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHECK_WORDS } from '../../shared/checks/all-words.ts';
import { CHECK_IDS, type CheckId } from '../../shared/checks/check-id.ts';
import { cards } from '../../shared/strings/vi/cards.ts';
import { point as words } from '../../shared/strings/vi/point.ts';
import { verdicts } from '../../shared/strings/vi/verdicts.ts';
import { fakeDevices, launchApp, type RunningApp } from '../support/electron-app.ts';
import { makePicture, makeSpeech } from '../support/media.ts';
import { watchOpenedDevices } from '../support/opened-devices.ts';
import { pointCommand } from '../support/point-command.ts';
import { furnish, type Hub, startHub } from '../support/province.ts';
import { type Device, type PulseServer, startPulse } from '../support/pulse.ts';
import { screenshot } from '../support/screenshot.ts';

const CHECK_TIMEOUT_MS = 60_000;
/** A camera that could be opened; how smooth it is depends on how busy this machine is. */
const MEASURED = new RegExp(`^(${verdicts.check.pass}|${verdicts.check.warn})$`);
/** Chromium keeps a loudspeaker for some seconds after its last sound, in case there is another one. */
const IDLE_MS = 20_000;
const notes = words.probeNotes;

/** Devices that fail, or are taken away, while they are measured: the words are honest, nothing hangs, nothing stays open. */
describe('devices that fail half way', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-faults-'));
  const dataDir = join(workDir, 'point');
  let hub: Hub;
  let pulse: PulseServer;
  let microphone: Device;
  let speech: string;
  let point: RunningApp;

  beforeAll(async () => {
    mkdirSync(dataDir, { recursive: true });
    [hub, pulse, speech] = await Promise.all([startHub(join(workDir, 'province')), startPulse(), makeSpeech(workDir)]);
    const { code } = await furnish(hub, workDir);
    expect(await pointCommand(['enrol', code, '--data', dataDir])).toMatchObject({ exitCode: 0 });
    const speaker = await pulse.plugSpeaker('Room Speaker');
    microphone = await pulse.plugMicrophone('Room Mic');
    await pulse.joinRoom(speaker, microphone);
  });
  afterEach(async () => {
    await point.close();
    expect(point.consoleErrors).toEqual([]);
  });
  afterAll(async () => {
    await pulse?.stop();
    await hub?.stop();
    rmSync(workDir, { recursive: true, force: true });
  });

  /** Programs that listen or play; the room itself is a module of the server. */
  const users = async (kind: 'source-outputs' | 'sink-inputs') =>
    (await pulse.pactl('list', 'short', kind)).split('\n').filter((line) => line.includes('protocol-native'));
  const card = (id: CheckId) => point.page.locator(`[data-check="${id}"]`);
  const measure = (id: CheckId) => card(id).getByRole('button', { name: /^Đo/ }).click();
  const passes = (id: CheckId) =>
    card(id).getByText(verdicts.check.pass, { exact: true }).waitFor({ timeout: CHECK_TIMEOUT_MS });
  const says = (id: CheckId, text: string) => card(id).getByText(text).first().waitFor({ timeout: CHECK_TIMEOUT_MS });

  it('the microphone is unplugged while it listens: said so, and as good as new when it is back', async () => {
    point = await launchApp({ role: 'point', dataDir, env: pulse.env });
    const devices = await watchOpenedDevices(point.page);
    await measure('microphone');
    await says('microphone', notes['say-something']);
    await microphone.unplug();
    const { says: fault, do: remedy } = problemOf('microphone', 'stopped');
    await says('microphone', fault);
    expect(await card('microphone').textContent()).toContain(remedy);
    await screenshot(point.page, 'microphone-unplugged');
    expect(await devices.leftOpen()).toEqual([]);

    microphone = await pulse.plugMicrophone('Room Mic');
    await pulse.pactl('set-default-source', microphone.name);
    const speaking = pulse.speakInto(microphone, speech, { loop: true });
    await untilSpoken(pulse, microphone);
    await measure('microphone');
    await passes('microphone');
    await speaking.stop();
    expect(await devices.leftOpen()).toEqual([]);
  });

  it.each(['say-something', 'playing-chirp'] as const)(
    'everything is cancelled at “%s”: the sound server has no listener and no player left',
    async (note) => {
      point = await launchApp({ role: 'point', dataDir, env: pulse.env });
      const devices = await watchOpenedDevices(point.page);
      await cancelAt(point.page, note);
      await everyCardEnds(point.page);
      expect(await devices.opened()).toContain('audio Default');
      expect(await devices.leftOpen()).toEqual([]);
      await expect.poll(() => users('source-outputs'), { timeout: IDLE_MS }).toEqual([]);
      await expect.poll(() => users('sink-inputs'), { timeout: IDLE_MS }).toEqual([]);
    },
  );

  it.each(['watching-camera', 'capturing-screen', 'encoding'] as const)(
    'everything is cancelled at “%s”: camera, microphone and screen are given back',
    async (note) => {
      const camera = await makePicture('normal', workDir);
      point = await launchApp({ role: 'point', dataDir, switches: fakeDevices({ camera, microphone: speech }) });
      const devices = await watchOpenedDevices(point.page);
      await cancelAt(point.page, note);
      await everyCardEnds(point.page);
      expect((await devices.opened()).filter((name) => name.startsWith('video'))).not.toEqual([]);
      expect(await devices.leftOpen()).toEqual([]);
      // The light is out and the next one to ask gets the camera.
      await measure('camera');
      await card('camera').getByText(MEASURED).waitFor({ timeout: CHECK_TIMEOUT_MS });
      expect(await devices.leftOpen()).toEqual([]);
    },
  );

  it('another program holds the camera: said so, and the encoder is measured without it', async () => {
    point = await launchApp({ role: 'point', dataDir, switches: fakeDevices({ microphone: speech }) });
    const release = await holdCamera(point.page);
    await measure('camera');
    const { says: fault, do: remedy } = problemOf('camera', 'busy');
    await says('camera', fault);
    expect(await card('camera').textContent()).toContain(remedy);
    await measure('encoder');
    await card('encoder').getByRole('button', { name: words.run.again }).waitFor({ timeout: CHECK_TIMEOUT_MS });
    expect(await card('encoder').textContent()).not.toContain(problemOf('encoder', 'no-frames').says);

    await release();
    await measure('camera');
    await card('camera').getByText(MEASURED).waitFor({ timeout: CHECK_TIMEOUT_MS });
    // The camera that this Chromium makes up is one of software, and called so; the details have all that was found.
    await card('camera').getByText(cards.details.open).click();
    expect(await card('camera').textContent()).toContain(problemOf('camera', 'virtual-only').says);
  });

  it('the camera is unplugged while it is watched: said so at once, and nothing is held on to', async () => {
    point = await launchApp({ role: 'point', dataDir, switches: fakeDevices({ microphone: speech }) });
    const devices = await watchOpenedDevices(point.page);
    await measure('camera');
    await says('camera', notes['watching-camera']);
    await loseCamera(point.page);
    const { says: fault, do: remedy } = problemOf('camera', 'stopped');
    await says('camera', fault);
    expect(await card('camera').textContent()).toContain(remedy);
    expect(await devices.leftOpen()).toEqual([]);
  });

  async function cancelAt(page: Page, note: keyof typeof notes): Promise<void> {
    await page.getByRole('button', { name: words.run.all }).click();
    await page.getByText(notes[note]).first().waitFor({ timeout: CHECK_TIMEOUT_MS });
    await page.getByRole('button', { name: words.run.cancelAll }).click();
  }

  /** No card is busy any more, and what had not ended says why it has no verdict. */
  async function everyCardEnds(page: Page): Promise<void> {
    await page.getByRole('button', { name: words.run.all }).waitFor({ timeout: CHECK_TIMEOUT_MS });
    const busy: Locator = page.locator('[data-check][data-tone="busy"]');
    expect(await busy.count()).toBe(0);
    expect(await card('host').textContent()).toContain(verdicts.probe.cancelled.says);
    for (const id of CHECK_IDS) expect(await card(id).count()).toBe(1);
  }
});

/**
 * Chromium's made-up cameras serve everybody at once and this kernel has no others, so the answer that Chromium gives for a
 * camera in use is put in place of the window's own; the rest is real. Returns the end of it.
 */
async function holdCamera(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const own = mediaDevices.getUserMedia;
    mediaDevices.getUserMedia = async (constraints) => {
      if (constraints?.video) throw new DOMException('Could not start video source', 'NotReadableError');
      return own.call(mediaDevices, constraints);
    };
  });
  // The window's own method stands on the prototype.
  return () => page.evaluate(() => void Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia'));
}

/**
 * Chromium's made-up cameras have no plug. What a window is told when one is pulled is put in place: the list of devices
 * changes and the camera is not in it, while its track lives on for a while.
 */
function loseCamera(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { mediaDevices } = navigator;
    const own = mediaDevices.enumerateDevices;
    mediaDevices.enumerateDevices = async () =>
      (await own.call(mediaDevices)).filter(({ kind }) => kind !== 'videoinput');
    mediaDevices.dispatchEvent(new Event('devicechange'));
  });
}

/** The recording begins with a quiet room: waits until the voice is in it. */
async function untilSpoken(pulse: PulseServer, microphone: Device): Promise<void> {
  const cable = { ...microphone, name: `cable_to_${microphone.name}` };
  let loudest = 0;
  while (loudest < 0.1)
    loudest = (await pulse.hear(cable, 0.3)).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}

/** The words of a finding, up to its first value. */
function problemOf(id: CheckId, reason: string): { readonly says: string; readonly do: string } {
  const problem = CHECK_WORDS[id].vi.problems[reason];
  if (!problem) throw new Error(`${id} has no ${reason}`);
  return { says: problem.says.split('{{')[0] ?? '', do: problem.do };
}
