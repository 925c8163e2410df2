import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_SOUNDS } from '../../../corpus/all-sounds.ts';
import { PEER_SOUND_RULES } from '../../../corpus/peer-rules.ts';
import { writeWav } from '../../../corpus/signal.ts';
import { SOUND_ROOMS, type SoundRoom } from '../../../corpus/sound-rooms.ts';
import type { SoundItem } from '../../../corpus/sounds.ts';
import { makeVoice, type Voice } from '../../../corpus/voice.ts';
import { type PulseServer, startPulse } from '../../../support/pulse.ts';
import { judgedWhenQuiet } from './app.ts';
import { type Judged, tell } from './judged.ts';

type Hear = (pulse: PulseServer, dir: string) => Promise<Judged>;

/**
 * Every sound and room of the corpus, through real devices of a real sound server.
 * @param only parts of names, separated by commas; null for all
 */
export async function judgeSounds(root: string, only: string | null): Promise<readonly Judged[]> {
  const isWanted = ({ name }: { readonly name: string }) =>
    only === null || only.split(',').some((part) => name.includes(part));
  const dir = await mkdtemp(join(tmpdir(), 'diem-cau-sounds-'));
  try {
    const voice = await makeVoice();
    const turns = [
      ...ALL_SOUNDS.filter(isWanted).map((sound) => hearing(root, sound, voice)),
      ...SOUND_ROOMS.filter(isWanted).map((room) => entering(root, room, voice)),
    ];
    const judged: Judged[] = [];
    for (const turn of turns) {
      const one = await withPulse((pulse) => turn(pulse, dir));
      judged.push(one);
      tell(one, judged.length, turns.length);
    }
    return judged;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function hearing(root: string, sound: SoundItem, voice: Voice): Hear {
  return async (pulse, dir) => {
    const channels = sound.make(voice);
    const file = join(dir, 'sound.wav');
    await writeWav(file, channels);
    const playing = pulse.speakInto(await pulse.plugMicrophone('Room microphone'), file, { loop: true });
    const got = await judgedWhenQuiet(root, 'microphone', { data: join(dir, 'point'), env: pulse.env });
    await playing.stop();
    const peersWrong = Object.fromEntries(
      PEER_SOUND_RULES.map(({ peer, rule, wanted }) => [peer, rule(channels) !== wanted(sound.reason)]),
    );
    return { check: 'microphone', name: sound.name, expected: sound, got, peersWrong };
  };
}

function entering(root: string, room: SoundRoom, voice: Voice): Hear {
  return async (pulse, dir) => {
    await room.arrange(pulse, voice, dir);
    const got = await judgedWhenQuiet(root, 'speaker', { data: join(dir, 'point'), env: pulse.env });
    // No peer proves that anything was heard: there is no rule to compare with.
    return { check: 'speaker', name: room.name, expected: room, got, peersWrong: {} };
  };
}

async function withPulse<T>(work: (pulse: PulseServer) => Promise<T>): Promise<T> {
  const pulse = await startPulse();
  try {
    return await work(pulse);
  } finally {
    await pulse.stop();
  }
}
