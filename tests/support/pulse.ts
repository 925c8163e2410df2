import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { spawnTied } from '../../scripts/lib/tied.mjs';

const run = promisify(execFile);
const START_TIMEOUT_MS = 15_000;
const COMMAND_TIMEOUT_MS = 10_000;
/** A player far ahead of the sound leaves no gaps when the machine is busy: those would be heard as a device's. */
const UNHURRIED = { PULSE_LATENCY_MSEC: '400' };
/** Of what `hear` returns. */
export const SAMPLE_RATE = 48_000;

export interface Device {
  /** As PulseAudio names it. */
  readonly name: string;
  /** Pulls it out, as a USB plug. */
  readonly unplug: () => Promise<void>;
}

export interface Playing {
  /** Resolves when the file has been played to its end (never, in a loop) or was stopped. */
  readonly done: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A private sound server with real (virtual) devices: what Chromium sees are ordinary PulseAudio devices. */
export interface PulseServer {
  /** For the programs that shall use this server. */
  readonly env: Readonly<Record<string, string>>;
  /** A loudspeaker with that label; the first one is the default. Listen to it with `hear`. */
  readonly plugSpeaker: (label: string) => Promise<Device>;
  /** A microphone with that label; the first one is the default. It hears what `speakInto` plays; else exact zeros. */
  readonly plugMicrophone: (label: string) => Promise<Device>;
  /** Plays a WAV file into a microphone. */
  readonly speakInto: (microphone: Device, wav: string, options?: { loop?: boolean }) => Playing;
  /** What a loudspeaker plays from now on, mono, −1…1, at `SAMPLE_RATE`. */
  readonly hear: (speaker: Device, seconds: number) => Promise<Float32Array>;
  /** The air of a room: the microphone hears the loudspeaker. Returns its end. */
  readonly joinRoom: (speaker: Device, microphone: Device) => Promise<() => Promise<void>>;
  /** Anything else, e.g. `pactl('set-source-mute', mic.name, '1')`. Returns stdout. */
  readonly pactl: (...args: string[]) => Promise<string>;
  /** Ends the server and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** Starts a server in its own folder, so that tests never meet each other's devices. It ends with this process. */
export async function startPulse(): Promise<PulseServer> {
  const dir = await mkdtemp(join(tmpdir(), 'diem-cau-pulse-'));
  const socket = join(dir, 'native');
  const env = {
    XDG_RUNTIME_DIR: dir,
    PULSE_RUNTIME_PATH: dir,
    PULSE_SERVER: `unix:${socket}`,
    PULSE_LATENCY_MSEC: '20',
  };
  const args = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes'];
  const listen = `module-native-protocol-unix socket=${socket} auth-anonymous=1 auth-cookie-enabled=0`;
  // The rate of the devices: else whoever asks for the server's own gets everything resampled, as no real device gives it.
  const config = join(dir, 'daemon.conf');
  await writeFile(config, `default-sample-rate = ${SAMPLE_RATE}\nalternate-sample-rate = ${SAMPLE_RATE}\n`);
  const server = spawnTied('pulseaudio', [...args, '-L', listen], { ...env, PULSE_CONFIG: config });
  let said = '';
  server.child.stderr.on('data', (text) => {
    said += text;
  });
  server.child.stdout.resume();
  const stop = async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
  const pactl = async (...command: string[]) => {
    const options = { env: { ...process.env, ...env, LC_ALL: 'C' }, timeout: COMMAND_TIMEOUT_MS };
    return (await run('pactl', command, options)).stdout.trim();
  };
  try {
    await untilReady(pactl);
  } catch {
    await stop();
    throw new Error(`PulseAudio did not start:\n${said}`);
  }
  return { env, pactl, stop, ...devicesOf(pactl), ...soundsOf(env), joinRoom: roomOf(pactl) };
}

type Pactl = PulseServer['pactl'];

/** The server tells nobody when it is ready, so it is asked. */
async function untilReady(pactl: Pactl): Promise<void> {
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      await pactl('info');
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await delay(50);
    }
  }
}

/** A microphone is a remapped monitor of a "cable": a bare monitor is not offered as a microphone. */
function devicesOf(pactl: Pactl): Pick<PulseServer, 'plugSpeaker' | 'plugMicrophone'> {
  const count = { speakers: 0, microphones: 0 };
  const load = async (module: string, ...args: string[]) => {
    const index = await pactl('load-module', module, ...args);
    return async () => {
      await pactl('unload-module', index);
    };
  };
  const describe = (kind: string, label: string) =>
    `${kind}_properties=device.description="${label.replaceAll(' ', '_')}"`;
  return {
    async plugSpeaker(label) {
      const name = `speaker${++count.speakers}`;
      const unplug = await load('module-null-sink', `sink_name=${name}`, 'rate=48000', describe('sink', label));
      if (count.speakers === 1) await pactl('set-default-sink', name);
      return { name, unplug };
    },
    async plugMicrophone(label) {
      const name = `microphone${++count.microphones}`;
      const cable = cableOf(name);
      const cut = await load('module-null-sink', `sink_name=${cable}`, 'rate=48000', describe('sink', cable));
      const source = [`source_name=${name}`, `master=${cable}.monitor`, describe('source', label)];
      const unplug = await load('module-remap-source', ...source);
      if (count.microphones === 1) await pactl('set-default-source', name);
      return { name, unplug: () => unplug().then(cut) };
    },
  };
}

function roomOf(pactl: Pactl): PulseServer['joinRoom'] {
  return async (speaker, microphone) => {
    const ends = [`source=${speaker.name}.monitor`, `sink=${cableOf(microphone.name)}`, 'latency_msec=20'];
    const index = await pactl('load-module', 'module-loopback', ...ends);
    return async () => {
      await pactl('unload-module', index);
    };
  };
}

function soundsOf(env: Record<string, string>): Pick<PulseServer, 'speakInto' | 'hear'> {
  return {
    speakInto(microphone, wav, { loop = false } = {}) {
      const device = `--device=${cableOf(microphone.name)}`;
      const command = loop ? ['sh', '-c', 'while paplay "$@"; do :; done', 'sh'] : ['paplay'];
      const player = spawnTied(command[0] ?? '', [...command.slice(1), device, wav], { ...env, ...UNHURRIED });
      player.child.stdout.resume();
      player.child.stderr.resume();
      return { done: player.closed.then(() => {}), stop: player.stop };
    },
    async hear(speaker, seconds) {
      const format = ['--raw', '--format=float32le', `--rate=${SAMPLE_RATE}`, '--channels=1', '--latency-msec=20'];
      const recorder = spawnTied('parec', [`--device=${speaker.name}.monitor`, ...format], env);
      const wanted = Math.round(seconds * SAMPLE_RATE) * Float32Array.BYTES_PER_ELEMENT;
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of recorder.child.stdout ?? []) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= wanted) break;
      }
      await recorder.stop();
      const samples = Buffer.concat(chunks).subarray(0, wanted);
      return Float32Array.from({ length: Math.floor(samples.length / 4) }, (_, i) => samples.readFloatLE(i * 4));
    },
  };
}

function cableOf(microphone: string): string {
  return `cable_to_${microphone}`;
}
