/** Everything a probe opened, in the order it was opened. */
export interface Releases {
  /** Registers how to give something back. */
  readonly add: (release: () => void | Promise<void>) => void;
  /** A stream's tracks are stopped at the end: the camera's light goes out. */
  readonly addStream: (stream: MediaStream) => void;
}

/** Runs `work` and gives everything back afterwards, last opened first, whether it returned, threw or was cancelled. */
export async function withReleases<T>(work: (releases: Releases) => Promise<T>): Promise<T> {
  const stack: (() => void | Promise<void>)[] = [];
  const add = (release: () => void | Promise<void>): void => {
    stack.push(release);
  };
  try {
    return await work({ add, addStream: (stream) => add(() => stopStream(stream)) });
  } finally {
    await releaseAll(stack.reverse());
  }
}

/** One that fails is a bug and thrown, but only after the others had their turn. */
async function releaseAll(stack: readonly (() => void | Promise<void>)[]): Promise<void> {
  const faults: unknown[] = [];
  for (const release of stack) {
    try {
      await release();
    } catch (thrown) {
      faults.push(thrown);
    }
  }
  if (faults.length > 0) throw faults[0];
}

export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
