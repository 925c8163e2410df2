import type { CameraMeasurement } from '../../../shared/checks/camera/measurement.ts';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import { countRealCameras, openCamera } from '../media/camera-choice.ts';
import { watchCpuLoad } from '../media/cpu-load.ts';
import { readFrames } from '../media/frames.ts';
import { watchGone } from '../media/gone.ts';
import { isGone, type MediaWorld, openStream, windowMedia } from '../media/open.ts';
import { withReleases } from '../media/releases.ts';
import { isVirtualCamera } from '../media/virtual-camera.ts';
import { elapse, within } from '../media/wait.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { createFramePace } from './frame-pace.ts';
import { createPictureWatch } from './picture-watch.ts';

/** Cameras start dark and settle their exposure; what they show meanwhile is not judged. Milliseconds. */
const SETTLE_MS = 600;

const BEST_MODE = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } };

/** The longest a camera may take to change its mode, milliseconds. */
const REOPEN_MS = 2000;

type Context = ProbeContext<'camera'>;

/** Opens the camera at the best mode up to 1080p30, once, and watches it for as long as the policy says. */
export function createCameraProbe(media: MediaWorld = windowMedia): Probe<'camera'> {
  return (context) =>
    withReleases(async (releases): Promise<ProbeOutcome> => {
      context.onLive({ kind: 'note', key: 'point.probeNotes.opening-camera' });
      const opened = await openStream(() => openCamera(media, BEST_MODE, context.devices.camera), context.signal);
      if (!opened.ok) return measured({ opened: false, ...opened.error });
      releases.addStream(opened.value);
      const [track] = opened.value.getVideoTracks();
      if (!track) throw new Error('a video stream without a video track');
      await preferSmoothness(track, context);
      context.onLive({ kind: 'picture', stream: opened.value });
      context.onLive({ kind: 'note', key: 'point.probeNotes.watching-camera' });
      await elapse(SETTLE_MS, context.signal);
      const watched = await watch(track, media, context);
      const realCameras = await countRealCameras(media);
      return measured({ opened: true, ...watched, realCameras, stopped: await isGone(track, media) });
    });
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

async function watch(track: MediaStreamTrack, media: MediaWorld, context: Context): Promise<Watched> {
  const cpuLoad = await watchCpuLoad(context);
  const startMs = performance.now();
  const pictures = createPictureWatch(startMs);
  const pace = createFramePace(startMs);
  let size = { width: 0, height: 0 };
  let measuredMs = 0;
  const stop = readFrames(track, (frame, atMs) => {
    pace.see(atMs);
    size = { width: frame.displayWidth, height: frame.displayHeight };
    pictures.look(frame, atMs);
  });
  try {
    await hold(track, media, context);
  } finally {
    measuredMs = performance.now() - startMs;
    await stop();
  }
  const endMs = startMs + measuredMs;
  const worstSecond = pace.worstSecond(endMs);
  return {
    ...describe(track),
    ...size,
    frameCount: pace.count(),
    measuredMs,
    fps: (pace.count() * 1000) / measuredMs,
    cpuLoadPct: await cpuLoad(),
    ...(worstSecond === null ? {} : { fpsWorstSecond: worstSecond }),
    ...pictures.seen(endMs, context.limits.frozenAfterMs),
  };
}

/** Lets the time of the watch pass. Ends early when the camera is gone: there is nothing left to wait for. */
async function hold(
  track: MediaStreamTrack,
  media: MediaWorld,
  { limits, signal, onProgress }: Context,
): Promise<void> {
  const gone = watchGone(track, media);
  try {
    await elapse(limits.holdMs, AbortSignal.any([signal, gone.signal]), onProgress);
  } catch (thrown) {
    signal.throwIfAborted();
    if (!gone.signal.aborted) throw thrown;
  } finally {
    gone.stop();
  }
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
