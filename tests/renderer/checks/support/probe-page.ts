/// <reference types="vite/client" />
import { createCameraProbe } from '../../../../renderer/checks/camera/probe.ts';
import { createEncoderProbe } from '../../../../renderer/checks/encoder/probe.ts';
import { type MediaWorld, windowMedia } from '../../../../renderer/checks/media/open.ts';
import type { MediaCheckId } from '../../../../renderer/checks/media-probes.ts';
import { createMicrophoneProbe } from '../../../../renderer/checks/microphone/probe.ts';
import { createPlaySound } from '../../../../renderer/checks/play-sound.ts';
import type { Live, ProbeContext } from '../../../../renderer/checks/probe.ts';
import { createScreenShareProbe } from '../../../../renderer/checks/screen-share/probe.ts';
import { createSpeakerProbe } from '../../../../renderer/checks/speaker/probe.ts';
import { testSound } from '../../../../renderer/checks/speaker/test-sound.ts';
import type { ProbeOutcome } from '../../../../shared/checks/probe-outcome.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';

/** What the page tells the test of one probe. */
export interface PageReport {
  /** Null when the probe rejected, `rejected` says with what. */
  readonly outcome: ProbeOutcome | null;
  readonly rejected: string | null;
  readonly durationMs: number;
  /** Tracks and audio contexts the probe left open. */
  readonly leftOpen: readonly string[];
  /** How often each kind of live sign came; notes by their key. */
  readonly live: Readonly<Record<string, number>>;
  /** The last progress told. */
  readonly progress: number;
}

export interface PageOptions {
  readonly devices?: ProbeContext['devices'];
  /** Cancels the probe at its first live sign of this kind. */
  readonly cancelAt?: Live['kind'];
  /** For the shared screen; the default policy's when left out. */
  readonly textBitrateMbps?: number;
}

const tracks: MediaStreamTrack[] = [];
const contexts: AudioContext[] = [];

/** The real devices, with a list of everything that was opened. */
const watchedMedia: MediaWorld = {
  getUserMedia: async (constraints) => watched(await windowMedia.getUserMedia(constraints)),
  getDisplayMedia: async (options) => watched(await windowMedia.getDisplayMedia(options)),
  enumerateDevices: windowMedia.enumerateDevices,
  onDeviceChange: windowMedia.onDeviceChange,
};

function watched(stream: MediaStream): MediaStream {
  tracks.push(...stream.getTracks());
  return stream;
}

const { clone } = MediaStreamTrack.prototype;
MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
  const copy = clone.call(this);
  tracks.push(copy);
  return copy;
};

window.AudioContext = class extends AudioContext {
  constructor(options?: AudioContextOptions) {
    super(options);
    contexts.push(this);
  }
};

function runProbe(
  id: MediaCheckId,
  world: Omit<ProbeContext, 'limits'>,
  text: Pick<PageOptions, 'textBitrateMbps'>,
): Promise<ProbeOutcome> {
  const { checks } = DEFAULT_POLICY;
  switch (id) {
    case 'camera':
      return createCameraProbe(watchedMedia)({ ...world, limits: checks.camera });
    case 'microphone':
      return createMicrophoneProbe(watchedMedia)({ ...world, limits: checks.microphone });
    case 'speaker':
      return createSpeakerProbe(watchedMedia)({ ...world, limits: checks.speaker });
    case 'screen-share':
      return createScreenShareProbe(watchedMedia)({ ...world, limits: { ...checks['screen-share'], ...text } });
    case 'encoder':
      return createEncoderProbe(watchedMedia)({ ...world, limits: checks.encoder });
  }
}

async function run(id: MediaCheckId, { devices = {}, cancelAt, ...text }: PageOptions = {}): Promise<PageReport> {
  const cancel = new AbortController();
  const live: Record<string, number> = {};
  window.liveSigns = live;
  let progress = 0;
  const onLive = (sign: Live): void => {
    const name = sign.kind === 'note' ? sign.key : sign.kind;
    live[name] = (live[name] ?? 0) + 1;
    if (sign.kind === cancelAt) cancel.abort('cancelled');
  };
  const onProgress = (fraction: number): void => {
    progress = fraction;
  };
  const startedAt = performance.now();
  const world = { devices, cpuTimes: async () => null, signal: cancel.signal, onLive, onProgress };
  const settled = await runProbe(id, world, text).then(
    (outcome) => ({ outcome, rejected: null }),
    (thrown: unknown) => ({ outcome: null, rejected: String(thrown) }),
  );
  const leftOpen = [
    ...tracks.filter((track) => track.readyState === 'live').map((track) => `track ${track.label}`),
    ...contexts.filter((context) => context.state !== 'closed').map((context) => `audio context ${context.state}`),
  ];
  return { ...settled, durationMs: performance.now() - startedAt, leftOpen, live, progress };
}

/** Plays the speaker check's test sound; `stop` stops it again at once. Says what came of it, and what was left open. */
async function playTestSound(label: string | null, stop = false): Promise<{ ended: string; leftOpen: string[] }> {
  const devices = await windowMedia.enumerateDevices();
  const found = devices.find((device) => device.kind === 'audiooutput' && device.label === label);
  const output = label === null ? undefined : { id: found?.deviceId ?? 'gone', label };
  const cancel = new AbortController();
  const playing = createPlaySound(windowMedia)(testSound(), output, cancel.signal);
  if (stop) cancel.abort('cancelled');
  const played = await playing;
  const leftOpen = contexts.filter((context) => context.state !== 'closed').map((context) => context.state);
  return { ended: played.ok ? 'played' : played.error.code, leftOpen };
}

declare global {
  interface Window {
    runProbe: typeof run;
    playTestSound: typeof playTestSound;
    /** What the running probe showed so far, as `PageReport.live`. */
    liveSigns: Record<string, number>;
  }
}
window.runProbe = run;
window.playTestSound = playTestSound;
window.liveSigns = {};
