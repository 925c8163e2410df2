import { rmSync } from 'node:fs';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
const works = new Set<() => void>();

/** Ends the process on a signal with everything cleaned up that `onExit` was told of. Answers what ends that. */
export function cleanUpWhenTold(): () => void {
  const ends = Object.entries(SIGNALS).map(([signal, code]) => {
    const end = () => process.exit(code);
    process.once(signal, end);
    return () => process.removeListener(signal, end);
  });
  return () => {
    for (const end of ends) end();
  };
}

/** Runs the work if the process ends before the function answered was called. */
export function onExit(work: () => void): () => void {
  if (works.size === 0) process.once('exit', cleanUp);
  works.add(work);
  return () => {
    works.delete(work);
    if (works.size === 0) process.removeListener('exit', cleanUp);
  };
}

function cleanUp(): void {
  // The youngest first: a hub before the folder it works in.
  for (const work of [...works].reverse()) work();
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
