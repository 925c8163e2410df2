import type { MicrophoneProblem } from '../../shared/checks/microphone/rule.ts';
import type { Verdict } from '../../shared/checks/verdict.ts';
import { amplified, gainOf, hiss, hum, mixed, roomTone, type Signal, SOUND_RATE, sine, zeros } from './signal.ts';
import { speechAt, type Voice } from './voice.ts';

/** What a microphone may hear, and what somebody who listens to it would say, whatever any check makes of it. */
export interface SoundItem {
  readonly name: string;
  readonly verdict: Verdict;
  /** The first thing to say, by the default policy. */
  readonly reason: MicrophoneProblem | 'ok';
  /** One or two channels. */
  readonly make: (voice: Voice) => readonly Signal[];
}

export const QUIET_ROOM_DBFS = -68;

/** Somebody speaks at that level in a quiet room. */
export const talk = ({ near }: Voice, dbfs = -26): Signal => mixed(speechAt(near, dbfs), roomTone(QUIET_ROOM_DBFS));
export const noisy = ({ near }: Voice, dbfs: number, snrDb: number): Signal =>
  mixed(speechAt(near, dbfs), roomTone(dbfs - snrDb));

export function item(
  name: string,
  verdict: Verdict,
  reason: SoundItem['reason'],
  make: (voice: Voice) => Signal | readonly Signal[],
): SoundItem {
  const channels = (voice: Voice): readonly Signal[] => {
    const made = make(voice);
    return made instanceof Float32Array ? [made] : made;
  };
  return { name, verdict, reason, make: channels };
}

export const fine = (name: string, make: Parameters<typeof item>[3]): SoundItem => item(name, 'pass', 'ok', make);
export const unheard = (name: string, make: Parameters<typeof item>[3]): SoundItem =>
  item(name, 'unmeasured', 'no-speech', make);

export const SOUNDS: readonly SoundItem[] = [
  ...[-20, -26, -32, -37].map((dbfs) => fine(`speech at ${dbfs} dBFS`, (voice) => talk(voice, dbfs))),
  item('speech at -45 dBFS', 'warn', 'weak', (voice) => talk(voice, -45)),
  item('digital silence', 'fail', 'silent', () => zeros()),
  unheard('room tone', () => roomTone(-60)),
  unheard('hiss at -57 dBFS', () => hiss(-57)),
  unheard('loud hiss', () => hiss(-35)),
  unheard('hum and nobody', () => mixed(hum(-42), roomTone(QUIET_ROOM_DBFS))),
  unheard('a steady tone', () => mixed(sine(1000, 0.05), roomTone(QUIET_ROOM_DBFS))),
  unheard('a cough now and then', () => mixed(bursts(0.2, -20), roomTone(-60))),
  item('hum under speech', 'warn', 'hum', (voice) => mixed(talk(voice), hum(-42))),
  fine('a trace of hum', (voice) => mixed(talk(voice), hum(-70))),
  item('clipped speech', 'warn', 'clipping', (voice) => mixed(talk(voice, -3), zeros())),
  item('overdriven speech', 'warn', 'clipping', (voice) => mixed(amplified(talk(voice), 30))),
  fine('one full-scale click', (voice) => clicked(talk(voice))),
  fine('one knock on the table', (voice) => mixed(talk(voice), bursts(0.02, 6))),
  item('right channel dead', 'warn', 'channel-dead', (voice) => [talk(voice), zeros()]),
  item('left channel dead', 'warn', 'channel-dead', (voice) => [zeros(), talk(voice)]),
  item('right channel hisses only', 'warn', 'channel-dead', (voice) => [talk(voice), hiss(-80)]),
  fine('two channels, one a little quieter', (voice) => [talk(voice), amplified(talk(voice), -5)]),
  item('direct current', 'warn', 'dc-offset', (voice) => mixed(talk(voice), zeros().fill(0.15))),
  fine('a trace of direct current', (voice) => mixed(talk(voice), zeros().fill(0.01))),
  item('dropouts', 'warn', 'dropouts', (voice) => dropped(noisy(voice, -26, 22))),
  fine('a noise gate', gated),
  ...[40, 30, 22].map((snrDb) => fine(`SNR ${snrDb} dB`, (voice) => noisy(voice, -30, snrDb))),
  ...[10, 5].map((snrDb) => item(`SNR ${snrDb} dB`, 'warn', 'noisy', (voice) => noisy(voice, -28, snrDb))),
  item('quiet speech, SNR 10 dB', 'warn', 'noisy', (voice) => noisy(voice, -37, 10)),
  fine('a second voice far away', (voice) => mixed(talk(voice, -24), speechAt(voice.far, -48))),
  item('a voice far away only', 'warn', 'weak', ({ far }) => mixed(speechAt(far, -48), roomTone(QUIET_ROOM_DBFS))),
];

/** Every 4 s a burst of a low tone: in no 3.7 s of listening more than one. */
function bursts(seconds: number, peakDb: number): Signal {
  const tone = sine(180, gainOf(peakDb));
  return tone.map((sample, at) => (at % (4 * SOUND_RATE) < seconds * SOUND_RATE ? sample : 0));
}

function clicked(signal: Signal): Signal {
  return signal.map((sample, at) => {
    const since = at % (4 * SOUND_RATE);
    return since === 0 ? 1 : since === 1 ? -1 : sample;
  });
}

/** Four gaps of 20 ms a second. */
function dropped(signal: Signal): Signal {
  return signal.map((sample, at) => (at % (0.25 * SOUND_RATE) < 0.02 * SOUND_RATE ? 0 : sample));
}

/** Digital zero wherever nobody speaks, opened at once and closed 50 ms after the voice. */
function gated(voice: Voice): Signal {
  const open = speechAt(voice.near, -26);
  const sound = talk(voice);
  let sinceVoice = Number.POSITIVE_INFINITY;
  return sound.map((sample, at) => {
    sinceVoice = Math.abs(open[at] ?? 0) > gainOf(-50) ? 0 : sinceVoice + 1;
    return sinceVoice < 0.05 * SOUND_RATE ? sample : 0;
  });
}
