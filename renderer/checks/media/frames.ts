/** Chromium's reader of raw frames. Not yet in TypeScript's DOM library. */
declare global {
  class MediaStreamTrackProcessor {
    constructor(init: { readonly track: MediaStreamTrack; readonly maxBufferSize?: number });
    readonly readable: ReadableStream<VideoFrame>;
  }
}

/**
 * Hands every frame of a track to `onFrame` as it arrives, whether or not anything is painted: a covered window does not slow
 * the count. Reads a clone, so the track stays the caller's. The frame is closed when `onFrame` returns; clone it to keep it.
 * @returns the stop: no call of `onFrame` after it.
 */
export function readFrames(track: MediaStreamTrack, onFrame: (frame: VideoFrame, atMs: number) => void): () => void {
  const clone = track.clone();
  // A few frames of patience: a busy page must not look like a slow camera.
  const reader = new MediaStreamTrackProcessor({ track: clone, maxBufferSize: 8 }).readable.getReader();
  let reading = true;
  const pump = async (): Promise<void> => {
    while (reading) {
      const { done, value: frame } = await reader.read();
      if (done) return;
      try {
        if (reading) onFrame(frame, performance.now());
      } finally {
        frame.close();
      }
    }
  };
  const pumped = pump();
  return () => {
    reading = false;
    // A pump that failed was a bug of `onFrame`; it surfaces as an unhandled rejection, not as a missing frame.
    void pumped;
    void reader.cancel();
    clone.stop();
  };
}
