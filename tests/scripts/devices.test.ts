import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePicture, makeSound, makeSpeech, type PictureKind } from '../support/media.ts';
import { type PulseServer, startPulse } from '../support/pulse.ts';

/** The tools of the other tests must themselves be right. */
const run = promisify(execFile);
let dir: string;
let pulse: PulseServer;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diem-cau-devices-'));
  pulse = await startPulse();
});

afterAll(async () => {
  await pulse?.stop();
  await rm(dir, { recursive: true });
});

test('what is played into the microphone comes out of it, through the air of the room', async () => {
  const speaker = await pulse.plugSpeaker('Room speaker');
  const microphone = await pulse.plugMicrophone('Room microphone');
  expect(await pulse.pactl('list', 'short', 'sources')).toContain(microphone.name);
  const playing = pulse.speakInto(microphone, await makeSound('tone', dir, 20), { loop: true });
  // The loudspeaker repeats what the microphone hears: the other way round, the same air.
  await pulse.pactl('load-module', 'module-loopback', `source=${microphone.name}`, `sink=${speaker.name}`);
  const heard = await pulse.hear(speaker, 3);
  await playing.stop();
  const peak = heard.reduce((highest, sample) => Math.max(highest, sample), 0);
  expect(peak).toBeGreaterThan(0.09);
  expect(peak).toBeLessThan(0.11);
});

test('an unplugged microphone is gone', async () => {
  const microphone = await pulse.plugMicrophone('Second');
  await microphone.unplug();
  expect(await pulse.pactl('list', 'short', 'sources')).not.toContain(microphone.name);
});

test('a sound that was played to its end says so', async () => {
  const microphone = await pulse.plugMicrophone('Third');
  await pulse.speakInto(microphone, await makeSound('room-tone', dir, 0.2)).done;
});

test('sounds have the levels their descriptions promise', async () => {
  const speech = await levels(await makeSpeech(dir));
  expect(speech.max).toBeGreaterThan(-14);
  expect(speech.max).toBeLessThan(-6);
  expect((await levels(await makeSpeech(dir, { gainDb: 25 }))).max).toBeGreaterThan(-0.1);
  expect((await levels(await makeSound('room-tone', dir, 3))).mean).toBeCloseTo(-65, -1);
  expect((await levels(await makeSound('noise', dir, 3))).mean).toBeCloseTo(-30, -1);
  expect((await levels(await makeSound('silence', dir, 3))).max).toBeLessThan(-90);
});

test.each<[PictureKind, number, number]>([
  ['normal', 60, 200],
  ['black', 0, 20],
  ['dark', 5, 40],
  ['overexposed', 220, 255],
  ['frozen', 60, 200],
])('the %s picture has a mean luma from %i to %i', async (kind, min, max) => {
  const luma = await meanLuma(await makePicture(kind, dir, 1));
  expect(luma).toBeGreaterThanOrEqual(min);
  expect(luma).toBeLessThanOrEqual(max);
});

/** dBFS. */
async function levels(wav: string): Promise<{ mean: number; max: number }> {
  const { stderr } = await run('ffmpeg', ['-nostdin', '-i', wav, '-af', 'volumedetect', '-f', 'null', '-']);
  const value = (name: string) => Number(new RegExp(`${name}_volume: (\\S+) dB`).exec(stderr)?.[1]);
  return { mean: value('mean'), max: value('max') };
}

/** Of the first frame, 0…255. */
async function meanLuma(picture: string): Promise<number> {
  const args = ['-loglevel', 'error', '-i', picture, '-frames:v', '1', '-pix_fmt', 'gray', '-f', 'rawvideo', '-'];
  const { stdout } = await run('ffmpeg', args, { encoding: 'buffer', maxBuffer: 2 ** 24 });
  return stdout.reduce((sum, byte) => sum + byte, 0) / stdout.length;
}
