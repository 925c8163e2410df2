import type { AudioBlock } from './recorder.worklet.ts';
import recorderUrl from './recorder.worklet.ts?worker&url';
import { within } from './wait.ts';

/** Chromium's option for the output a context plays to, `none` for no output at all. Not yet in TypeScript's DOM library. */
declare global {
  interface AudioContextOptions {
    sinkId?: string | { readonly type: 'none' };
  }
  interface AudioContext {
    setSinkId(sinkId: string): Promise<void>;
  }
}

/** How long the audio engine may take to start before it counts as not running, milliseconds. */
const START_MS = 2000;

/** Starts an audio context. False when it stays suspended: that says nothing about any microphone or speaker. */
export async function startEngine(context: AudioContext, signal: AbortSignal): Promise<boolean> {
  // Rejects when the context is closed while waiting: then nobody asks any more.
  const resumed = context.resume().then(
    () => true,
    () => false,
  );
  const started = await within(START_MS, signal, resumed);
  return started === true && context.state === 'running';
}

/**
 * Records a stream through the audio thread, where a busy page loses no sample.
 * @returns the stop: no call of `onBlock` after it.
 */
export async function record(
  context: AudioContext,
  stream: MediaStream,
  onBlock: (block: AudioBlock) => void,
): Promise<() => void> {
  await context.audioWorklet.addModule(recorderUrl);
  const source = context.createMediaStreamSource(stream);
  const recorder = new AudioWorkletNode(context, 'recorder', { numberOfInputs: 1, numberOfOutputs: 0 });
  recorder.port.onmessage = ({ data }: MessageEvent<AudioBlock>) => onBlock(data);
  source.connect(recorder);
  return () => {
    recorder.port.onmessage = null;
    source.disconnect();
    recorder.port.close();
  };
}

/** The recording of one channel in one piece. Empty when that channel never came. */
export function joined(blocks: readonly AudioBlock[], channel: number): Float32Array {
  const pieces = blocks.map((block) => block.channels[channel] ?? new Float32Array(0));
  const whole = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** As `joined`, with silence where nothing came, so that each sample stands as long after the first as it was heard after it. */
export function joinedInTime(blocks: readonly AudioBlock[], channel: number): Float32Array {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return new Float32Array(0);
  const whole = new Float32Array(last.startFrame + (last.channels[channel]?.length ?? 0) - first.startFrame);
  for (const { startFrame, channels } of blocks) {
    whole.set(channels[channel] ?? new Float32Array(0), startFrame - first.startFrame);
  }
  return whole;
}
