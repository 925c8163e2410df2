import { isGone, type MediaWorld } from './open.ts';

/** Watches an open track's device. */
export interface GoneWatch {
  /** Aborts as soon as the device is known to be gone. */
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

/**
 * Notices that the device of an open track goes away: by its end, or, where the browser is slow to say so, by the list of
 * devices without it.
 */
export function watchGone(
  track: MediaStreamTrack,
  media: Pick<MediaWorld, 'enumerateDevices' | 'onDeviceChange'>,
): GoneWatch {
  const gone = new AbortController();
  const ended = (): void => gone.abort('gone');
  const look = (): void => {
    void isGone(track, media).then((is) => {
      if (is) ended();
    });
  };
  track.addEventListener('ended', ended);
  const stopListening = media.onDeviceChange(look);
  // It may have gone before anybody listened.
  look();
  return {
    signal: gone.signal,
    stop() {
      track.removeEventListener('ended', ended);
      stopListening();
    },
  };
}
