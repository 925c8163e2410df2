import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { livekitRule, type PeerRule, testrtcRule } from '../../corpus/peer-rules.ts';
import { type Signal, writeWav } from '../../corpus/signal.ts';
import { SOUNDS, type SoundItem } from '../../corpus/sounds.ts';
import { makeVoice, type Voice } from '../../corpus/voice.ts';
import { type PulseServer, startPulse } from '../../support/pulse.ts';
import { atLeast, atMost, type Bench, type Figure } from '../bench.ts';
import { runScript } from '../run-script.ts';

/** Every sound of the corpus through a real microphone of a real sound server, judged by the app in real Electron. */
export const mediaSounds: Bench = {
  about: 'wrong verdicts of the microphone check on the corpus of sounds, and of two published rules on the same',
  usualSeconds: 360,
  async run(root) {
    const dir = await mkdtemp(join(tmpdir(), 'diem-cau-bench-'));
    try {
      const voice = await makeVoice();
      const heard: Heard[] = [];
      for (const sound of SOUNDS) heard.push(await hear(root, dir, sound, voice));
      return figures(heard);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};

interface Heard {
  readonly sound: SoundItem;
  readonly verdict: string;
  readonly reason: string;
  /** Whether each peer called it fine. */
  readonly fineToTestrtc: boolean;
  readonly fineToLivekit: boolean;
}

const document = z.object({
  checks: z.array(z.object({ id: z.string(), verdict: z.string(), reason: z.string() })),
});

async function hear(root: string, dir: string, sound: SoundItem, voice: Voice): Promise<Heard> {
  const channels = sound.make(voice);
  const file = join(dir, 'sound.wav');
  await writeWav(file, channels);
  const pulse = await startPulse();
  try {
    const { verdict, reason } = await judgedByTheApp(root, join(dir, 'point'), pulse, file);
    const right = verdict === sound.verdict && reason === sound.reason;
    const line = `${right ? '✓' : '✗'} ${sound.name}: ${verdict}, ${reason}${right ? '' : ` (${sound.reason})`}`;
    process.stderr.write(`${line}\n`);
    const fine = (rule: PeerRule): boolean => isFine(rule, channels);
    return { sound, verdict, reason, fineToTestrtc: fine(testrtcRule), fineToLivekit: fine(livekitRule) };
  } finally {
    await pulse.stop();
  }
}

async function judgedByTheApp(
  root: string,
  data: string,
  pulse: PulseServer,
  file: string,
): Promise<{ verdict: string; reason: string }> {
  const playing = pulse.speakInto(await pulse.plugMicrophone('Room microphone'), file, { loop: true });
  const command = ['check', '--only', 'microphone', '--data', data, '--json'];
  const { output } = await runScript(root, 'scripts/point.mjs', command, pulse.env);
  await playing.stop();
  const found = document.safeParse(jsonOf(output)).data?.checks.find(({ id }) => id === 'microphone');
  return found ?? { verdict: 'none', reason: 'the check did not end' };
}

function jsonOf(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}

function isFine(rule: PeerRule, channels: readonly Signal[]): boolean {
  return rule(channels) === 'pass';
}

function figures(heard: readonly Heard[]): Figure[] {
  const wrong = heard.filter(({ sound, verdict, reason }) => verdict !== sound.verdict || reason !== sound.reason);
  const peerWrong = (fine: (one: Heard) => boolean): number =>
    heard.filter((one) => fine(one) !== (one.sound.verdict === 'pass')).length;
  return [
    atLeast('sounds', heard.length, 'sounds', SOUNDS.length),
    atMost('wrong verdicts or reasons', wrong.length, 'sounds', 0),
    ...confusion(heard),
    // A peer says fine or not fine, never why: only that is compared, on the file itself.
    atLeast(
      'testrtc’s silence and clipping rules, rewritten: wrong',
      peerWrong((one) => one.fineToTestrtc),
      'sounds',
      0,
    ),
    atLeast(
      'livekit’s silence rule, rewritten: wrong',
      peerWrong((one) => one.fineToLivekit),
      'sounds',
      0,
    ),
  ];
}

/** One line a reason of the corpus: how many of its sounds were called something else. */
function confusion(heard: readonly Heard[]): Figure[] {
  const reasons = [...new Set(heard.map(({ sound }) => sound.reason))];
  return reasons.map((wanted) => {
    const of = heard.filter(({ sound }) => sound.reason === wanted);
    const instead = of.filter(({ reason }) => reason !== wanted);
    const said = instead.length > 0 ? `: said ${instead.map(({ reason }) => reason).join(', ')}` : '';
    return atMost(`“${wanted}” of ${of.length}${said}`, instead.length, 'wrong', 0);
  });
}
