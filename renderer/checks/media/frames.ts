/** Chromium's reader of raw frames. Not yet in TypeScript's DOM library. */
declare global {
  class MediaStreamTrackProcessor {
    constructor(init: { readonly track: MediaStreamTrack; readonly maxBufferSize?: number });
    readonly readable: ReadableStream<VideoFrame>;
  }
}

/**
 * A frame is on its way at most this long; a camera that sends none must not keep its light on. Waited for in steps: after a
 * stall of the page the frames that queued up behind it get their turn first. Milliseconds.
 */
const LAST_FRAME_MS = 300;
const STEP_MS = 30;

/**
 * Hands every frame of a track to `onFrame` as it arrives, whether or not anything is painted: a covered window does not slow
 * the count. Reads a clone, so the track stays the caller's. The frame is closed when `onFrame` returns; clone it to keep it.
 * @returns the stop: no call of `onFrame` after it, and the device is given back when it resolves.
 */
export function readFrames(
  track: MediaStreamTrack,
  onFrame: (frame: VideoFrame, atMs: number) => void,
): () => Promise<void> {
  const clone = track.clone();
  // A few frames of patience: a busy page must not look like a slow camera.
  const reader = new MediaStreamTrackProcessor({ track: clone, maxBufferSize: 8 }).readable.getReader();
  let reading = true;
  const giveBack = (): void => {
    void reader.cancel();
    clone.stop();
  };
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
  // A pump that failed was a bug of `onFrame`; it surfaces as an unhandled rejection, not as a missing frame.
  const pumped = pump().finally(giveBack);
  return async () => {
    reading = false;
    // Cancelling while a frame is under way loses it unclosed, and its buffer with it: the pump takes it first.
    let leftMs = LAST_FRAME_MS;
    const patience = setInterval(() => {
      leftMs -= STEP_MS;
      if (leftMs <= 0) giveBack();
    }, STEP_MS);
    try {
      await pumped;
    } finally {
      clearInterval(patience);
    }
  };
}
