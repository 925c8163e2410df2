import type { CameraMeasurement } from '../../../shared/checks/camera/measurement.ts';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import { readFrames } from '../media/frames.ts';
import { exactly, isGone, type MediaWorld, openStream, windowMedia } from '../media/open.ts';
import { withReleases } from '../media/releases.ts';
import { elapse, within } from '../media/wait.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { createPictureWatch } from './picture-watch.ts';
import { isVirtualCamera } from './virtual-camera.ts';

/** Cameras start dark and settle their exposure; what they show meanwhile is not judged. Milliseconds. */
const SETTLE_MS = 600;
const MEASURE_MS = 3400;

/** The longest a camera may take to change its mode, milliseconds. */
const REOPEN_MS = 2000;

type Context = ProbeContext<'camera'>;

/** Opens the camera at the best mode up to 1080p30 and watches it for a few seconds. */
export function createCameraProbe(media: MediaWorld = windowMedia): Probe<'camera'> {
  return (context) =>
    withReleases(async (releases): Promise<ProbeOutcome> => {
      context.onLive({ kind: 'note', key: 'point.probeNotes.opening-camera' });
      const opened = await openStream(() => media.getUserMedia(constraintsOf(context)), context.signal);
      if (!opened.ok) return measured({ opened: false, ...opened.error });
      releases.addStream(opened.value);
      const [track] = opened.value.getVideoTracks();
      if (!track) throw new Error('a video stream without a video track');
      await preferSmoothness(track, context);
      context.onLive({ kind: 'picture', stream: opened.value });
      context.onLive({ kind: 'note', key: 'point.probeNotes.watching-camera' });
      await elapse(SETTLE_MS, context.signal, (fraction) => context.onProgress(fraction * 0.2));
      const watched = await watch(track, context);
      return measured({ opened: true, ...watched, stopped: await isGone(track, media) });
    });
}

function constraintsOf({ devices }: Context): MediaStreamConstraints {
  const mode = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } };
  return { audio: false, video: { ...mode, ...exactly(devices.camera) } };
}

/**
 * Many cameras give their largest picture only a few times a second. A meeting opens them at the size the policy asks for,
 * so that is what must be measured then. Where the camera has no such mode it stays as it was.
 */
async function preferSmoothness(track: MediaStreamTrack, { limits, signal }: Context): Promise<void> {
  const nominalFps = track.getSettings().frameRate;
  if (nominalFps === undefined || nominalFps >= limits.warnBelowFps) return;
  const width = { ideal: limits.warnBelowWidth };
  const height = { ideal: limits.warnBelowHeight };
  await within(REOPEN_MS, signal, track.applyConstraints({ width, height, frameRate: { ideal: 30 } }));
}

type Watched = Omit<Extract<CameraMeasurement, { opened: true }>, 'opened' | 'stopped'>;

async function watch(track: MediaStreamTrack, context: Context): Promise<Watched> {
  const startMs = performance.now();
  const pictures = createPictureWatch(startMs);
  let frameCount = 0;
  let size = { width: 0, height: 0 };
  let measuredMs = 0;
  const stop = readFrames(track, (frame, atMs) => {
    frameCount++;
    size = { width: frame.displayWidth, height: frame.displayHeight };
    pictures.look(frame, atMs);
  });
  try {
    await elapse(MEASURE_MS, context.signal, (fraction) => context.onProgress(0.2 + fraction * 0.8));
  } finally {
    measuredMs = performance.now() - startMs;
    await stop();
  }
  return {
    ...describe(track),
    ...size,
    frameCount,
    measuredMs,
    fps: (frameCount * 1000) / measuredMs,
    ...pictures.seen(startMs + measuredMs, context.limits.frozenAfterMs),
  };
}

function describe(track: MediaStreamTrack): Pick<Watched, 'label' | 'isVirtual' | 'nominalFps'> {
  return {
    label: track.label,
    isVirtual: isVirtualCamera(track.label),
    nominalFps: track.getSettings().frameRate ?? 0,
  };
}

function measured(measurement: CameraMeasurement): ProbeOutcome {
  return { kind: 'measured', measurement };
}
