import { err, ok, type Result } from '../../../shared/result.ts';
import type { ChosenDevice } from '../probe.ts';
import { type OpenFailure, openFailureOf } from './open-error.ts';
import { stopStream } from './releases.ts';
import { within } from './wait.ts';

/** The part of `navigator.mediaDevices` the probes are handed. */
export interface MediaWorld extends Pick<MediaDevices, 'getUserMedia' | 'getDisplayMedia' | 'enumerateDevices'> {
  /** Calls back whenever a device is plugged in or out. Returns its stop. */
  readonly onDeviceChange: (callback: () => void) => () => void;
}

/** The window's own devices. Looked up at each call: there is no `navigator.mediaDevices` outside a secure page. */
export const windowMedia: MediaWorld = {
  getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  getDisplayMedia: (options) => navigator.mediaDevices.getDisplayMedia(options),
  enumerateDevices: () => navigator.mediaDevices.enumerateDevices(),
  onDeviceChange(callback) {
    const { mediaDevices } = navigator;
    mediaDevices.addEventListener('devicechange', callback);
    return () => mediaDevices.removeEventListener('devicechange', callback);
  },
};

/** A driver that needs longer than this to open is as good as dead in a meeting, milliseconds. */
const OPEN_TIMEOUT_MS = 5000;

/**
 * Asks for a stream. The caller releases it; one that comes after the time-out or the cancel is stopped here.
 * @throws the signal's reason when it aborts.
 */
export async function openStream(
  request: () => Promise<MediaStream>,
  signal: AbortSignal,
): Promise<Result<MediaStream, OpenFailure>> {
  signal.throwIfAborted();
  let wanted = true;
  const opening = request().then((stream) => {
    if (!wanted) stopStream(stream);
    return stream;
  });
  try {
    const stream = await within(OPEN_TIMEOUT_MS, signal, opening);
    return stream ? ok(stream) : err({ error: 'open-timeout', detail: `${OPEN_TIMEOUT_MS} ms` });
  } catch (thrown) {
    signal.throwIfAborted();
    return err(openFailureOf(thrown));
  } finally {
    wanted = false;
  }
}

/** The person's own device and no other; without a choice the system's default. */
export function exactly(device: ChosenDevice | undefined): Pick<MediaTrackConstraintSet, 'deviceId'> {
  return device ? { deviceId: { exact: device.id } } : {};
}

/**
 * What the microphone gives, untouched. Processing hides noise and clipping from us, and automatic gain control was seen
 * to turn a microphone down to 8 % for good.
 */
export const UNPROCESSED = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
} as const satisfies MediaTrackConstraintSet;

/**
 * Whether the device of an open track is gone. A track whose plug was pulled may stay `live` for seconds and give zeros or
 * the last picture, so the list of devices is asked as well.
 */
export async function isGone(track: MediaStreamTrack, media: Pick<MediaWorld, 'enumerateDevices'>): Promise<boolean> {
  if (track.readyState === 'ended') return true;
  const { deviceId } = track.getSettings();
  if (!deviceId) return false;
  const devices = await media.enumerateDevices();
  return !devices.some((device) => device.kind === `${track.kind}input` && device.deviceId === deviceId);
}
