import { amplified, gainOf, hum, mixed, roomTone, type Signal, SOUND_RATE, sine, zeros } from './signal.ts';
import { fine, item, noisy, QUIET_ROOM_DBFS, type SoundItem, talk, unheard } from './sounds.ts';
import { speechAt } from './voice.ts';

const inQuiet = (sound: Signal): Signal => mixed(sound, roomTone(QUIET_ROOM_DBFS));

/** Held out: nothing was tuned on these. Their labels were written before any check heard them. */
export const HARD_SOUNDS: readonly SoundItem[] = [
  ...[-18, -23, -29, -35].map((dbfs) => fine(`held out: speech at ${dbfs} dBFS`, (voice) => talk(voice, dbfs))),
  item('held out: speech at -43 dBFS', 'warn', 'weak', (voice) => talk(voice, -43)),
  ...[35, 26, 18].map((snrDb) => fine(`held out: SNR ${snrDb} dB`, (voice) => noisy(voice, -30, snrDb))),
  ...[12, 8].map((snrDb) => item(`held out: SNR ${snrDb} dB`, 'warn', 'noisy', (voice) => noisy(voice, -28, snrDb))),
  fine('held out: a woman’s voice', ({ woman }) => inQuiet(speechAt(woman, -28))),
  fine('held out: a low voice', ({ low }) => inQuiet(speechAt(low, -28))),
  fine('held out: somebody who takes no breath', ({ hurried }) => inQuiet(speechAt(hurried, -28))),
  fine('held out: two people at once', ({ near, woman }) => inQuiet(mixed(speechAt(near, -27), speechAt(woman, -29)))),
  fine('held out: a hall that echoes', ({ near }) => inQuiet(echoing(speechAt(near, -28)))),
  item('held out: a rectifier buzzes', 'warn', 'hum', (voice) =>
    mixed(talk(voice), sine(100, 0.008), sine(200, 0.005)),
  ),
  item('held out: clipped, then turned down', 'warn', 'clipping', (voice) => amplified(mixed(talk(voice, -3)), -8)),
  item('held out: right channel hums only', 'warn', 'channel-dead', (voice) => [talk(voice), hum(-50)]),
  item('held out: a little direct current', 'warn', 'dc-offset', (voice) => mixed(talk(voice), zeros().fill(-0.08))),
  item('held out: a short gap three times in 2 s', 'warn', 'dropouts', (voice) => gaps(talk(voice, -22))),
  unheard('held out: somebody types', () => inQuiet(repeated(typed, 0.17))),
  unheard('held out: a battery backup beeps', () => inQuiet(repeated(beep, 1))),
];

/** Walls send the sound back for about 0.7 s, 12 dB below the voice: four combs, as Schroeder's reverberator. */
function echoing(signal: Signal): Signal {
  const echoes = [0.0297, 0.0371, 0.0411, 0.0437].map((seconds) => comb(signal, Math.round(seconds * SOUND_RATE), 0.7));
  return mixed(signal, ...echoes.map((echo) => amplified(echo, -24)));
}

function comb(signal: Signal, delay: number, share: number): Signal {
  const echo = zeros();
  for (let at = delay; at < echo.length; at++) {
    echo[at] = (signal[at - delay] ?? 0) + share * (echo[at - delay] ?? 0);
  }
  return echo;
}

/** Gaps of 6 ms. */
function gaps(signal: Signal): Signal {
  return signal.map((sample, at) => (at % Math.round(0.67 * SOUND_RATE) < 0.006 * SOUND_RATE ? 0 : sample));
}

/** `sound` (of the seconds since its beginning) again and again. */
function repeated(sound: (seconds: number) => number, everySeconds: number): Signal {
  return zeros().map((_, at) => sound((at / SOUND_RATE) % everySeconds));
}

/** A key: a knock that dies away within some milliseconds. */
function typed(seconds: number): number {
  return gainOf(-18) * Math.exp(-seconds / 0.005) * Math.sin(2 * Math.PI * 2300 * seconds);
}

function beep(seconds: number): number {
  return seconds < 0.15 ? gainOf(-26) * Math.sin(2 * Math.PI * 2000 * seconds) : 0;
}
