import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { livekitRule, type PeerRule, testrtcRule } from '../../corpus/peer-rules.ts';
import { type Signal, writeWav } from '../../corpus/signal.ts';
import { SOUND_ROOMS, type SoundRoom } from '../../corpus/sound-rooms.ts';
import { SOUNDS, type SoundItem } from '../../corpus/sounds.ts';
import { makeVoice, type Voice } from '../../corpus/voice.ts';
import { type PulseServer, startPulse } from '../../support/pulse.ts';
import { atLeast, atMost, type Bench, type Figure } from '../bench.ts';
import { runScript } from '../run-script.ts';

/** Every sound and room of the corpus through real devices of a real sound server, judged by the app in real Electron. */
export const mediaSounds: Bench = {
  about: 'wrong verdicts of microphone and speaker on a corpus of sounds and rooms, and of two published rules',
  usualSeconds: 360,
  async run(root) {
    const dir = await mkdtemp(join(tmpdir(), 'diem-cau-bench-'));
    try {
      const voice = await makeVoice();
      const heard: Heard[] = [];
      for (const sound of SOUNDS) heard.push(await hear(root, dir, sound, voice));
      const entered: Entered[] = [];
      for (const room of SOUND_ROOMS) entered.push(await enter(root, dir, room, voice));
      return [...figures(heard), ...roomFigures(entered)];
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};

interface Heard extends Judged {
  readonly sound: SoundItem;
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
    const playing = pulse.speakInto(await pulse.plugMicrophone('Room microphone'), file, { loop: true });
    const { verdict, reason } = await judgedByTheApp(root, join(dir, 'point'), pulse, 'microphone');
    await playing.stop();
    tell(sound, { verdict, reason });
    const fine = (rule: PeerRule): boolean => isFine(rule, channels);
    return { sound, verdict, reason, fineToTestrtc: fine(testrtcRule), fineToLivekit: fine(livekitRule) };
  } finally {
    await pulse.stop();
  }
}

interface Entered extends Judged {
  readonly room: SoundRoom;
}

async function enter(root: string, dir: string, room: SoundRoom, voice: Voice): Promise<Entered> {
  const pulse = await startPulse();
  try {
    await room.arrange(pulse, voice, dir);
    const judged = await judgedByTheApp(root, join(dir, 'point'), pulse, 'speaker');
    tell(room, judged);
    return { room, ...judged };
  } finally {
    await pulse.stop();
  }
}

interface Judged {
  readonly verdict: string;
  readonly reason: string;
}

async function judgedByTheApp(
  root: string,
  data: string,
  pulse: PulseServer,
  check: 'microphone' | 'speaker',
): Promise<Judged> {
  const command = ['check', '--only', check, '--data', data, '--json'];
  const { output } = await runScript(root, 'scripts/point.mjs', command, pulse.env);
  const found = document.safeParse(jsonOf(output)).data?.checks.find(({ id }) => id === check);
  return found ?? { verdict: 'none', reason: 'the check did not end' };
}

function isRight(wanted: Judged, { verdict, reason }: Judged): boolean {
  return verdict === wanted.verdict && reason === wanted.reason;
}

/** For whoever waits: stdout is for the figures. */
function tell(wanted: Judged & { readonly name: string }, judged: Judged): void {
  const right = isRight(wanted, judged);
  const instead = right ? '' : ` (${wanted.verdict}, ${wanted.reason})`;
  process.stderr.write(`${right ? '✓' : '✗'} ${wanted.name}: ${judged.verdict}, ${judged.reason}${instead}\n`);
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
  const wrong = heard.filter(({ sound, ...judged }) => !isRight(sound, judged));
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

function roomFigures(entered: readonly Entered[]): Figure[] {
  const wrong = entered.filter(({ room, ...judged }) => !isRight(room, judged));
  const said = wrong.map(({ room, reason }) => ` (${room.name}: said ${reason})`).join('');
  return [
    atLeast('rooms', entered.length, 'rooms', SOUND_ROOMS.length),
    atMost(`wrong verdicts or reasons of the speaker${said}`, wrong.length, 'rooms', 0),
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
