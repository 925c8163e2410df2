/** What TypeScript's DOM library does not know of the audio thread. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void;
declare const currentFrame: number;

/** A piece of the recording: one array of samples (−1 … 1) a channel, beginning at `startFrame` of the context's clock. */
export interface AudioBlock {
  readonly startFrame: number;
  readonly channels: readonly Float32Array[];
}

/** Samples a message: about 43 ms at 48 kHz. */
const BLOCK = 2048;

/** Posts what it hears, untouched, as `AudioBlock`s. */
class Recorder extends AudioWorkletProcessor {
  private block: Float32Array<ArrayBuffer>[] = [];
  private filled = 0;
  private startFrame = 0;

  /** Called by the audio thread for every 128 samples. */
  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const input = inputs[0] ?? [];
    const length = input[0]?.length ?? 0;
    // A source that pauses sends nothing: what comes after it is not the next sample.
    if (this.filled > 0 && this.block.length !== input.length) this.flush();
    if (length === 0) return true;
    if (this.filled === 0) {
      this.block = input.map(() => new Float32Array(BLOCK));
      this.startFrame = currentFrame;
    }
    for (const [at, samples] of input.entries()) this.block[at]?.set(samples, this.filled);
    this.filled += length;
    if (this.filled >= BLOCK) this.flush();
    return true;
  }

  private flush(): void {
    const channels = this.block.map((samples) => samples.subarray(0, this.filled));
    const block: AudioBlock = { startFrame: this.startFrame, channels };
    this.port.postMessage(
      block,
      this.block.map((samples) => samples.buffer),
    );
    this.filled = 0;
  }
}

registerProcessor('recorder', Recorder);
