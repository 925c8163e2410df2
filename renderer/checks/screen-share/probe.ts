import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import type { ScreenShareMeasurement } from '../../../shared/checks/screen-share/measurement.ts';
import { readFrames } from '../media/frames.ts';
import { type MediaWorld, openStream, windowMedia } from '../media/open.ts';
import type { OpenFailure } from '../media/open-error.ts';
import { type Releases, withReleases } from '../media/releases.ts';
import { elapse } from '../media/wait.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { createFrameReader, type Sample } from './frame-reader.ts';
import { showMarker } from './marker-view.ts';
import { sendText } from './sent-text.ts';

/** The first frames come while the capture starts up; they are not counted. Milliseconds. */
const SETTLE_MS = 400;
const MEASURE_MS = 2000;
/** Reading a whole screen is heavy: often enough to see the marker count, seldom enough not to slow the capture. */
const LOOK_EVERY_MS = 300;

type Context = ProbeContext<'screen-share'>;
type Captured = Omit<Extract<ScreenShareMeasurement, { started: true }>, 'started'>;
type NotStarted = Extract<ScreenShareMeasurement, { started: false }>;

/** Captures the screen as a meeting does while a marker of ours moves on it. */
export function createScreenShareProbe(media: MediaWorld = windowMedia): Probe<'screen-share'> {
  return (context) =>
    withReleases(async (releases): Promise<ProbeOutcome> => {
      releases.add(showMarker());
      context.onLive({ kind: 'note', key: 'point.probeNotes.capturing-screen' });
      const request = { audio: false, video: { frameRate: { ideal: 30 } } };
      const opened = await openStream(() => media.getDisplayMedia(request), context.signal);
      if (!opened.ok) return measured(notStarted(opened.error));
      releases.addStream(opened.value);
      const [track] = opened.value.getVideoTracks();
      if (!track) throw new Error('a screen capture without a video track');
      context.onLive({ kind: 'picture', stream: opened.value });
      await elapse(SETTLE_MS, context.signal);
      return measured({ started: true, ...(await watch(track, context, releases)) });
    });
}

function notStarted({ error, detail }: OpenFailure): NotStarted {
  if (error === 'denied' || error === 'denied-by-system') return { started: false, error: 'denied', detail };
  return { started: false, error: error === 'open-timeout' ? 'start-timeout' : 'cannot-start', detail };
}

async function watch(track: MediaStreamTrack, context: Context, releases: Releases): Promise<Captured> {
  const startMs = performance.now();
  const reader = createFrameReader();
  releases.add(reader.close);
  let frameCount = 0;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let size = { width: 0, height: 0 };
  let measuredMs = 0;
  const stop = readFrames(track, (frame, atMs) => {
    frameCount++;
    size = { width: frame.displayWidth, height: frame.displayHeight };
    if (atMs - lookedAtMs < LOOK_EVERY_MS) return;
    lookedAtMs = atMs;
    reader.look(frame);
  });
  try {
    await elapse(MEASURE_MS, context.signal, context.onProgress);
  } finally {
    measuredMs = performance.now() - startMs;
    await stop();
  }
  const { lumaMax, counts, strokeContrast, sample } = reader.seen();
  const fps = (frameCount * 1000) / measuredMs;
  const stopped = track.readyState === 'ended';
  const patternFound = counts.size >= 2;
  const strokes = { strokeContrast, sentText: sample && (await sentText(sample, context)) };
  return { label: track.label, ...size, fps, frameCount, measuredMs, lumaMax, patternFound, ...strokes, stopped };
}

async function sentText({ frame, area }: Sample, { limits, signal }: Context): Promise<Captured['sentText']> {
  const { textBitrateMbps: bitrateMbps, warnBelowStrokeContrast: legibleFrom } = limits;
  const frames = await sendText(frame, area, { bitrateMbps, legibleFrom }, signal);
  return frames && { bitrateMbps, frames };
}

function measured(measurement: ScreenShareMeasurement): ProbeOutcome {
  return { kind: 'measured', measurement };
}
