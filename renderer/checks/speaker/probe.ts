import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import type { HeardChannel, SpeakerMeasurement } from '../../../shared/checks/speaker/measurement.ts';
import { peak } from '../media/audio-levels.ts';
import { exactly, isGone, type MediaWorld, openStream, UNPROCESSED, windowMedia } from '../media/open.ts';
import { joinedInTime, record, startEngine } from '../media/recorder.ts';
import type { AudioBlock } from '../media/recorder.worklet.ts';
import { type Releases, withReleases } from '../media/releases.ts';
import { elapse } from '../media/wait.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { makeChirp, type Side } from './chirp.ts';
import { hear, LONGEST_DELAY_SECONDS } from './hearing.ts';

/** Devices fill their buffers first, seconds. */
const LEAD_SECONDS = 0.4;
/** A busy computer's engine lags behind the clock on the wall. What it has not recorded by then is not waited for. */
const LONGEST_LAG_MS = 3000;
/** From one chirp to the next, seconds: each has died away before the other begins. */
const SPACING_SECONDS = 0.8;

type Context = ProbeContext<'speaker'>;
/** When it was played, on the engine's clock. */
type Chirp = { readonly side: Side; readonly atSeconds: number };
type Output = { readonly engine: AudioContext; readonly label: string };
type Witness = NonNullable<Extract<SpeakerMeasurement, { played: true }>['witnessFault']>;

/** Plays a chirp on each side of the chosen output and looks for both in what the microphone hears meanwhile. */
export function createSpeakerProbe(media: MediaWorld = windowMedia): Probe<'speaker'> {
  return (context) =>
    withReleases(async (releases): Promise<ProbeOutcome> => {
      // The microphone first: without its permission the browser hides the outputs.
      const constraints = { video: false, audio: { ...UNPROCESSED, ...exactly(context.devices.microphone) } };
      const opened = await openStream(() => media.getUserMedia(constraints), context.signal);
      if (opened.ok) releases.addStream(opened.value);
      const output = await openOutput(media, context, releases);
      if ('played' in output) return measured(output);
      context.onLive({ kind: 'note', key: 'point.probeNotes.playing-chirp' });
      if (opened.ok) return measured(await playTo(opened.value, media, output, context, releases));
      await playAll(output.engine, context);
      return measured({ played: true, label: output.label, witnessFault: opened.error.error, channels: [] });
    });
}

async function openOutput(
  media: MediaWorld,
  { devices, signal }: Context,
  releases: Releases,
): Promise<Output | SpeakerMeasurement> {
  const outputs = (await media.enumerateDevices()).filter((device) => device.kind === 'audiooutput');
  if (outputs.length === 0) return { played: false, error: 'no-output', detail: 'none connected' };
  const engine = new AudioContext();
  releases.add(() => engine.close());
  const chosen = devices.speaker;
  try {
    if (chosen) await engine.setSinkId(chosen.id);
  } catch (thrown) {
    return { played: false, error: 'no-output', detail: `${chosen?.label}: ${String(thrown)}` };
  }
  if (!(await startEngine(engine, signal))) return { played: false, error: 'engine-not-running', detail: engine.state };
  return { engine, label: chosen?.label ?? outputs[0]?.label ?? '' };
}

async function playTo(
  stream: MediaStream,
  media: MediaWorld,
  { engine, label }: Output,
  context: Context,
  releases: Releases,
): Promise<SpeakerMeasurement> {
  const blocks: AudioBlock[] = [];
  releases.add(await record(engine, stream, (block) => blocks.push(block)));
  let channels: HeardChannel[] = [];
  // A door that slams or a busy computer may swallow one chirp: a side counts as silent only when it was so twice.
  for (let turn = 0; turn < 2 && !isHeard(channels, context); turn++) {
    const played = await playAll(engine, context);
    const witnessFault = await witnessFaultOf(stream, media, blocks);
    if (blocks.length === 0 || witnessFault) {
      return { played: true, label, witnessFault: witnessFault ?? 'zero', channels: [] };
    }
    if (!(await untilRecorded(blocks, secondsNeeded(played) * engine.sampleRate, context.signal))) {
      return { played: false, error: 'engine-not-running', detail: `${LONGEST_LAG_MS} ms late` };
    }
    channels = better(channels, hearAll(blocks, played, engine.sampleRate));
  }
  return { played: true, label, witnessFault: null, channels };
}

function isHeard(channels: readonly HeardChannel[], { limits }: Context): boolean {
  return channels.length > 0 && channels.every(({ correlation }) => correlation >= limits.heardFromCorrelation);
}

function hearAll(blocks: readonly AudioBlock[], played: readonly Chirp[], rateHz: number): HeardChannel[] {
  const [first] = blocks;
  const channels = (first?.channels ?? []).map((_, at) => joinedInTime(blocks, at));
  const startFrame = first?.startFrame ?? 0;
  return played.map(({ side, atSeconds }) =>
    hear(channels, rateHz, { side, atSample: atSeconds * rateHz - startFrame }),
  );
}

/** Of each side the turn in which it was heard best. */
function better(before: readonly HeardChannel[], now: readonly HeardChannel[]): HeardChannel[] {
  return now.map((heard, at) => {
    const earlier = before[at];
    return earlier && earlier.correlation > heard.correlation ? earlier : heard;
  });
}

/** Plays left, then right, and waits until the last one must have come back. Times on the engine's clock. */
async function playAll(engine: AudioContext, { signal, onProgress }: Context): Promise<Chirp[]> {
  const start = engine.currentTime + LEAD_SECONDS;
  const played = (['left', 'right'] as const).map((side, turn) => ({
    side,
    atSeconds: start + turn * SPACING_SECONDS,
  }));
  for (const { side, atSeconds } of played) playChirp(engine, side, atSeconds);
  const seconds = LEAD_SECONDS + SPACING_SECONDS + 0.5 + LONGEST_DELAY_SECONDS;
  await elapse(seconds * 1000, signal, onProgress);
  return played;
}

/** Until when the recording must reach to answer for every chirp, seconds on the engine's clock. */
function secondsNeeded(played: readonly Chirp[]): number {
  return Math.max(...played.map(({ atSeconds }) => atSeconds)) + 0.5 + LONGEST_DELAY_SECONDS;
}

/** Waits for the engine to catch up. False when it does not: then nothing can be said of the speaker. */
async function untilRecorded(blocks: readonly AudioBlock[], frame: number, signal: AbortSignal): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= LONGEST_LAG_MS; waitedMs += 50) {
    const last = blocks.at(-1);
    if (last && last.startFrame + (last.channels[0]?.length ?? 0) >= frame) return true;
    await elapse(50, signal);
  }
  return false;
}

function playChirp(engine: AudioContext, side: Side, atSeconds: number): void {
  const chirp = makeChirp(side, engine.sampleRate);
  const buffer = engine.createBuffer(2, chirp.length, engine.sampleRate);
  buffer.copyToChannel(chirp, side === 'left' ? 0 : 1);
  const source = engine.createBufferSource();
  source.buffer = buffer;
  source.connect(engine.destination);
  source.start(atSeconds);
}

async function witnessFaultOf(
  stream: MediaStream,
  media: MediaWorld,
  blocks: readonly AudioBlock[],
): Promise<Witness | null> {
  const [track] = stream.getAudioTracks();
  if (!track || (await isGone(track, media))) return 'stopped';
  if (track.muted) return 'muted';
  return blocks.every(({ channels }) => channels.every((samples) => peak(samples) === 0)) ? 'zero' : null;
}

function measured(measurement: SpeakerMeasurement): ProbeOutcome {
  return { kind: 'measured', measurement };
}
