import type { MicrophoneMeasurement } from '../../../shared/checks/microphone/measurement.ts';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import { dbfsOfPower, levelDbfs, peak } from '../media/audio-levels.ts';
import { watchCpuLoad } from '../media/cpu-load.ts';
import { exactly, isGone, type MediaWorld, openStream, UNPROCESSED, windowMedia } from '../media/open.ts';
import { joined, record, startEngine } from '../media/recorder.ts';
import type { AudioBlock } from '../media/recorder.worklet.ts';
import { type Releases, withReleases } from '../media/releases.ts';
import { elapse, within } from '../media/wait.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import type { Sound } from '../sound.ts';
import { analyseChannel } from './levels.ts';

/** How long a microphone may take from being opened to its first sample. Milliseconds. */
const FIRST_SAMPLE_MS = 2000;

/** What the driver sends while it opens (zeros, a click) is thrown away. Milliseconds. */
const SETTLE_MS = 300;
const ROOM_TONE_MS = 1200;
const SPEECH_MS = 2500;

/** How much of it a person may listen to again, and the channels that a speaker has. */
const LISTEN_SECONDS = 4;
const LISTEN_CHANNELS = 2;

type Context = ProbeContext<'microphone'>;
type Listened = Omit<Extract<MicrophoneMeasurement, { opened: true }>, 'opened'>;

/** Opens the microphone with all processing off and listens: a moment of room tone, then speech. */
export function createMicrophoneProbe(media: MediaWorld = windowMedia): Probe<'microphone'> {
  return (context) =>
    withReleases(async (releases): Promise<ProbeOutcome> => {
      note(context, 'opening-microphone');
      const constraints = { video: false, audio: { ...UNPROCESSED, ...exactly(context.devices.microphone) } };
      const opened = await openStream(() => media.getUserMedia(constraints), context.signal);
      if (!opened.ok) return measured({ opened: false, ...opened.error });
      releases.addStream(opened.value);
      return measured({ opened: true, ...(await listen(opened.value, media, context, releases)) });
    });
}

async function listen(stream: MediaStream, media: MediaWorld, context: Context, releases: Releases): Promise<Listened> {
  const [track] = stream.getAudioTracks();
  if (!track) throw new Error('an audio stream without an audio track');
  // No output: the microphone is measured on a machine without a speaker too. The device's own rate: resampling rounds off
  // what clipping left.
  const { sampleRate = 48_000 } = track.getSettings();
  const engine = new AudioContext({ sampleRate, sinkId: { type: 'none' } });
  releases.add(() => engine.close());
  const engineRan = await startEngine(engine, context.signal);
  const cpuLoad = await watchCpuLoad(context);
  const blocks = engineRan ? await recordSpeech(engine, stream, context, releases) : [];
  return {
    label: track.label,
    engineRan,
    trackMuted: track.muted,
    stopped: await isGone(track, media),
    sampleRateHz: engine.sampleRate,
    listenedMs: (joined(blocks, 0).length * 1000) / engine.sampleRate,
    cpuLoadPct: await cpuLoad(),
    channels: (blocks[0]?.channels ?? []).map((_, at) => analyseChannel(joined(blocks, at), engine.sampleRate)),
  };
}

async function recordSpeech(
  engine: AudioContext,
  stream: MediaStream,
  context: Context,
  releases: Releases,
): Promise<readonly AudioBlock[]> {
  const blocks: AudioBlock[] = [];
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  releases.add(
    await record(engine, stream, (block) => {
      begin();
      blocks.push(block);
      showLevel(block, context);
    }),
  );
  const total = SETTLE_MS + ROOM_TONE_MS + SPEECH_MS;
  const hold = (ms: number, doneMs: number): Promise<void> =>
    elapse(ms, context.signal, (fraction) => context.onProgress((doneMs + fraction * ms) / total));
  note(context, 'keep-quiet');
  // Some devices take half a second to say anything; the person's time to speak starts after that.
  await within(FIRST_SAMPLE_MS, context.signal, begun);
  await hold(SETTLE_MS, 0);
  const settled = blocks.length;
  await hold(ROOM_TONE_MS, SETTLE_MS);
  note(context, 'say-something');
  await hold(SPEECH_MS, SETTLE_MS + ROOM_TONE_MS);
  const sound = lastHeard(blocks, engine.sampleRate);
  if (sound) context.onLive({ kind: 'recording', sound });
  return blocks.slice(settled);
}

/** What the person may listen to: the end of the recording, as a meeting would hear it. Null when nothing was recorded. */
function lastHeard(blocks: readonly AudioBlock[], sampleRateHz: number): Sound | null {
  const count = Math.min(LISTEN_CHANNELS, blocks[0]?.channels.length ?? 0);
  if (count === 0) return null;
  const channels = Array.from({ length: count }, (_, at) => joined(blocks, at).slice(-LISTEN_SECONDS * sampleRateHz));
  return { channels, sampleRateHz };
}

function showLevel({ channels }: AudioBlock, context: Context): void {
  const dbfs = Math.max(...channels.map(levelDbfs));
  const peakDbfs = dbfsOfPower(Math.max(...channels.map(peak)) ** 2);
  context.onLive({ kind: 'level', dbfs, peakDbfs });
}

type NoteKey = 'opening-microphone' | 'keep-quiet' | 'say-something';

function note(context: Context, key: NoteKey): void {
  context.onLive({ kind: 'note', key: `point.probeNotes.${key}` });
}

function measured(measurement: MicrophoneMeasurement): ProbeOutcome {
  return { kind: 'measured', measurement };
}
