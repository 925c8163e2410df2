import { join } from 'node:path';
import type { SpeakerProblem } from '../../shared/checks/speaker/rule.ts';
import type { Verdict } from '../../shared/checks/verdict.ts';
import type { Device, PulseServer } from '../support/pulse.ts';
import { mixed, roomTone, writeWav } from './signal.ts';
import { speechAt, type Voice } from './voice.ts';

/** A room with loudspeakers and a microphone, or without, and what somebody in it would say of the loudspeakers. */
export interface SoundRoom {
  readonly name: string;
  readonly verdict: Verdict;
  readonly reason: SpeakerProblem | 'ok';
  /** Plugs everything in. Sounds it starts end with the server. */
  readonly arrange: (pulse: PulseServer, voice: Voice, dir: string) => Promise<void>;
}

/** A fan of −30 dBFS: in the band of the chirp −34. */
const FAN_DBFS = -30;

export const SOUND_ROOMS: readonly SoundRoom[] = [
  room('the microphone hears both', 'pass', 'ok', async () => {}),
  room('very low volume', 'pass', 'ok', volume('-55dB')),
  room('a fan 10 dB louder than the chirp', 'pass', 'ok', async (room) => {
    await volume('-35dB')(room);
    await playing(room, () => roomTone(FAN_DBFS));
  }),
  room('somebody speaks meanwhile', 'pass', 'ok', async (room) => {
    await volume('-20dB')(room);
    await playing(room, ({ near }) => mixed(speechAt(near, -26), roomTone(-60)));
  }),
  room('the left loudspeaker is dead', 'warn', 'left-not-heard', volume('0', '65536')),
  room('the right loudspeaker is dead', 'warn', 'right-not-heard', volume('65536', '0')),
  room('the microphone is muted', 'unmeasured', 'no-proof', async ({ pulse, microphone }) => {
    await pulse.pactl('set-source-mute', microphone.name, '1');
  }),
  room('the microphone gives zeros', 'unmeasured', 'no-proof', volume('0')),
  elsewhere('loudspeakers in another room', (voice) => mixed(speechAt(voice.near, -26), roomTone(-60))),
  elsewhere('loudspeakers switched off, a fan', () => roomTone(FAN_DBFS)),
  {
    name: 'no loudspeaker',
    verdict: 'fail',
    reason: 'no-output',
    arrange: async () => {},
  },
  {
    name: 'no microphone',
    verdict: 'unmeasured',
    reason: 'no-proof',
    arrange: async (pulse) => {
      await pulse.plugSpeaker('Room speaker');
    },
  },
];

interface Furnished {
  readonly pulse: PulseServer;
  readonly speaker: Device;
  readonly microphone: Device;
  readonly voice: Voice;
  readonly dir: string;
}

function room(
  name: string,
  verdict: Verdict,
  reason: SoundRoom['reason'],
  change: (room: Furnished) => Promise<void>,
): SoundRoom {
  const arrange: SoundRoom['arrange'] = async (pulse, voice, dir) => {
    const speaker = await pulse.plugSpeaker('Room speaker');
    const microphone = await pulse.plugMicrophone('Room microphone');
    await pulse.joinRoom(speaker, microphone);
    await change({ pulse, speaker, microphone, voice, dir });
  };
  return { name, verdict, reason, arrange };
}

/** The microphone hears that sound, and nothing of the loudspeakers. */
function elsewhere(name: string, sound: Parameters<typeof playing>[1]): SoundRoom {
  const arrange: SoundRoom['arrange'] = async (pulse, voice, dir) => {
    const speaker = await pulse.plugSpeaker('Room speaker');
    const microphone = await pulse.plugMicrophone('Room microphone');
    await playing({ pulse, speaker, microphone, voice, dir }, sound);
  };
  return { name, verdict: 'fail', reason: 'not-heard', arrange };
}

function volume(...levels: readonly string[]): (room: Furnished) => Promise<void> {
  return async ({ pulse, speaker }) => {
    await pulse.pactl('set-sink-volume', speaker.name, ...levels);
  };
}

async function playing(
  { pulse, microphone, voice, dir }: Furnished,
  sound: (voice: Voice) => Float32Array,
): Promise<void> {
  const file = join(dir, 'room.wav');
  await writeWav(file, [sound(voice)]);
  pulse.speakInto(microphone, file, { loop: true });
}
