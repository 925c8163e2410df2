import type { Page } from 'playwright-core';

/** What a window opened since it was watched, by name. */
export interface OpenedDevices {
  /** All of it, closed or not. */
  readonly opened: () => Promise<readonly string[]>;
  /** What is still open: live tracks, clones included, and audio contexts that are not closed. */
  readonly leftOpen: () => Promise<readonly string[]>;
}

declare global {
  interface Window {
    openedDevices: () => readonly { readonly name: string; readonly isOpen: boolean }[];
  }
}

/** Keeps a list of every track and audio context the window opens from now on. Nothing behaves otherwise for it. */
export async function watchOpenedDevices(page: Page): Promise<OpenedDevices> {
  await page.evaluate(watchThisWindow);
  const names = (openOnly: boolean) =>
    page.evaluate(
      (only) =>
        window
          .openedDevices()
          .filter(({ isOpen }) => isOpen || !only)
          .map(({ name }) => name),
      openOnly,
    );
  return { opened: () => names(false), leftOpen: () => names(true) };
}

/** Runs in the window. */
function watchThisWindow(): void {
  const tracks: MediaStreamTrack[] = [];
  const engines: AudioContext[] = [];
  const keep = (stream: MediaStream): MediaStream => {
    tracks.push(...stream.getTracks());
    return stream;
  };
  const { mediaDevices } = navigator;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  const getDisplayMedia = mediaDevices.getDisplayMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => keep(await getUserMedia(constraints));
  mediaDevices.getDisplayMedia = async (options) => keep(await getDisplayMedia(options));
  const cloneTrack = MediaStreamTrack.prototype.clone;
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const copy = cloneTrack.call(this);
    tracks.push(copy);
    return copy;
  };
  const cloneStream = MediaStream.prototype.clone;
  MediaStream.prototype.clone = function (this: MediaStream) {
    return keep(cloneStream.call(this));
  };
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      engines.push(this);
    }
  };
  window.openedDevices = () => [
    ...tracks.map(({ kind, label, readyState }) => ({ name: `${kind} ${label}`, isOpen: readyState === 'live' })),
    ...engines.map(({ state }) => ({ name: `audio context`, isOpen: state !== 'closed' })),
  ];
}
