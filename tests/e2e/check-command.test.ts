import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHECK_IDS } from '../../shared/checks/check-id.ts';
import { overall, overallOf } from '../../shared/checks/overall.ts';
import { verdict } from '../../shared/checks/verdict.ts';
import { fakeDevices, launchApp } from '../support/electron-app.ts';
import { makePicture, makeSound, makeSpeech, type PictureKind } from '../support/media.ts';
import { pointCommand } from '../support/point-command.ts';
import { type PulseServer, startPulse } from '../support/pulse.ts';

const document = z.strictObject({
  verdict: overall,
  policy: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().positive(),
  checks: z.array(
    z.strictObject({
      id: z.enum(CHECK_IDS),
      verdict,
      reason: z.string(),
      findings: z.array(z.object({ verdict, reason: z.string() })),
      drift: z.array(z.unknown()),
      measurement: z.record(z.string(), z.unknown()).nullable(),
      durationMs: z.number().nonnegative(),
    }),
  ),
});

const EXIT = { ready: 0, 'ready-with-notes': 1, 'not-ready': 2, unmeasured: 3 };

describe('point check', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-check-'));
  const dataDir = join(workDir, 'point');
  afterAll(() => rmSync(workDir, { recursive: true, force: true }));

  async function check(only: string, switches: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const outcome = await pointCommand(['check', '--data', dataDir, '--only', only, '--json', ...switches], env);
    const parsed = document.parse(JSON.parse(outcome.stdout));
    expect(outcome.exitCode).toBe(EXIT[parsed.verdict]);
    expect(parsed.verdict).toBe(overallOf(parsed.checks.map((one) => one.verdict)));
    const [first] = parsed.checks;
    return { ...parsed, first };
  }

  it.each<[PictureKind, string, string]>([
    ['normal', 'pass', 'ok'],
    ['black', 'fail', 'black'],
    ['frozen', 'fail', 'frozen'],
  ])('says of a %s picture: %s, %s', async (kind, expected, reason) => {
    const camera = await makePicture(kind, workDir);
    const { checks, first } = await check('camera', fakeDevices({ camera }));
    expect(checks).toHaveLength(1);
    expect(first).toMatchObject({ id: 'camera', verdict: expected, reason, measurement: { width: 1280, height: 720 } });
  });

  it('says that there is no camera where there is none, with another remedy than for a black one', async () => {
    expect((await check('camera', [])).first).toMatchObject({ verdict: 'fail', reason: 'not-found' });
  });

  it('asks one document of everything, each check in its place', async () => {
    const camera = await makePicture('normal', workDir);
    const microphone = await makeSpeech(workDir);
    const all = await check(CHECK_IDS.join(','), fakeDevices({ camera, microphone }));
    expect(all.checks.map(({ id }) => id)).toEqual([...CHECK_IDS]);
    // This machine is enrolled nowhere: nothing can be said about its line, least of all that it is bad.
    expect(all.checks.find(({ id }) => id === 'link')).toMatchObject({ verdict: 'unmeasured', reason: 'not-enrolled' });
  });

  it('ends with one line and no document when it is called wrongly', async () => {
    const outcome = await pointCommand(['check', '--data', dataDir, '--only', 'nose', '--json']);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
    expect(outcome.stderr).toContain('nose');
    expect(outcome.exitCode).toBe(3);
  });

  it('has measured nothing when its window is closed half way', async () => {
    const running = await launchApp({ role: 'point', dataDir, args: ['check'], switches: fakeDevices() });
    await running.page.getByRole('heading').first().waitFor();
    await running.page.close();
    expect(await running.exited).toBe(EXIT.unmeasured);
  });

  it('says that its data cannot be read, and measures nothing', async () => {
    const broken = join(workDir, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'journal.db'), 'this is no database, and long enough to be looked at'.repeat(100));
    const outcome = await pointCommand(['check', '--data', broken, '--json']);
    expect(outcome).toMatchObject({ exitCode: EXIT.unmeasured, stdout: '' });
    expect(outcome.stderr).toContain('[journal-corrupt]');
  });

  describe('with real sound devices', () => {
    let pulse: PulseServer;

    beforeAll(async () => {
      pulse = await startPulse();
    });
    afterAll(() => pulse.stop());

    it('tells a dead microphone, a live one, and a loudspeaker that is heard in the room', async () => {
      const speaker = await pulse.plugSpeaker('Room_Speaker');
      const microphone = await pulse.plugMicrophone('Room_Mic');
      expect((await check('microphone', [], pulse.env)).first).toMatchObject({ verdict: 'fail', reason: 'silent' });

      const leaveRoom = await pulse.joinRoom(speaker, microphone);
      const speech = pulse.speakInto(microphone, await makeSpeech(workDir), { loop: true });
      expect((await check('microphone', [], pulse.env)).first).toMatchObject({ verdict: 'pass', reason: 'ok' });
      await speech.stop();

      const tone = pulse.speakInto(microphone, await makeSound('room-tone', workDir), { loop: true });
      expect((await check('speaker', [], pulse.env)).first).toMatchObject({ verdict: 'pass', reason: 'ok' });
      await leaveRoom();
      expect((await check('speaker', [], pulse.env)).first).toMatchObject({ verdict: 'fail', reason: 'not-heard' });
      await tone.stop();
    });
  });
});
