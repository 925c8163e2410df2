import type { EncoderMeasurement } from '../../../shared/checks/encoder/measurement.ts';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import { openCamera } from '../media/camera-choice.ts';
import { type MediaWorld, openStream, windowMedia } from '../media/open.ts';
import { type Releases, withReleases } from '../media/releases.ts';
import { elapse } from '../media/wait.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { runEncoder, supportedConfig } from './encode-run.ts';
import { cameraSource, drawnSource, type PictureSource } from './picture-source.ts';

/** A camera that shows nothing by then is the camera check's business. Milliseconds. */
const FIRST_FRAME_MS = 1500;

type Context = ProbeContext<'encoder'>;

/**
 * Encodes the camera's picture at the meeting's size, pace and bitrate with WebCodecs. A loopback call would be held back by
 * its bandwidth estimator, which starts low. Without a camera a drawn picture loads the encoder as well.
 */
export function createEncoderProbe(media: MediaWorld = windowMedia): Probe<'encoder'> {
  return (context) =>
    withReleases(async (releases): Promise<ProbeOutcome> => {
      context.onLive({ kind: 'note', key: 'point.probeNotes.encoding' });
      const config = await supportedConfig(context.limits);
      const { width, height } = context.limits;
      if (!config) return measured({ ran: false, error: 'not-supported', detail: `${width}×${height}` });
      const source = await openSource(media, context, releases);
      return measured(await runEncoder(config, source, context.limits, context));
    });
}

async function openSource(media: MediaWorld, context: Context, releases: Releases): Promise<PictureSource> {
  const { limits, devices, signal } = context;
  const mode = { width: { ideal: limits.width }, height: { ideal: limits.height }, frameRate: { ideal: limits.fps } };
  const opened = await openStream(() => openCamera(media, mode, devices.camera), signal);
  if (!opened.ok) return drawnSource(limits);
  releases.addStream(opened.value);
  const source = cameraSource(opened.value, releases);
  return (await hasPicture(source, signal)) ? source : drawnSource(limits);
}

async function hasPicture(source: PictureSource, signal: AbortSignal): Promise<boolean> {
  const untilMs = performance.now() + FIRST_FRAME_MS;
  while (performance.now() < untilMs) {
    const frame = source.next(0);
    frame?.close();
    if (frame) return true;
    await elapse(50, signal);
  }
  return false;
}

function measured(measurement: EncoderMeasurement): ProbeOutcome {
  return { kind: 'measured', measurement };
}
