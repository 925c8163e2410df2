import { dirname, join } from 'node:path';
import { openDisplay } from '../../../scripts/lib/display.mjs';
import { atMost, type Bench, type Figure, median, reported } from '../bench.ts';
import { enrolledPoint } from '../enrolled-point.ts';
import { folderSize } from '../start/folder-size.ts';
import { type Start, startOnce } from '../start/launch.ts';
import { bareRuntime, emptyWindow, packApplication } from '../start/packaged.ts';

const RUNS = 7;

/** The packed application beside an empty window of the same runtime, taken in turn. */
export const start: Bench = {
  about: `start of the packed application, median of ${RUNS}, as against an empty window of the same runtime: time, memory, size`,
  usualSeconds: 150,
  options: ['runs'],
  async run(root, { runs }) {
    const folder = await packApplication(root);
    const runtime = await bareRuntime(root);
    const empty = await emptyWindow();
    const point = await enrolledPoint(root);
    const display = await openDisplay();
    try {
      const command = join(folder, 'diem-cau');
      const ours: Start[] = [];
      const enrolled: Start[] = [];
      const reference: Start[] = [];
      for (let run = 0; run < (runs ?? RUNS); run += 1) {
        reference.push(await startOnce({ command: runtime, args: [empty.folder] }, 'p', display.env));
        ours.push(await startOnce({ command, args: [] }, 'textarea', display.env));
        enrolled.push(await startOnce({ command, args: [] }, 'section:has(#overall)', display.env, point.dataDir));
      }
      return [...ratios(ours, enrolled, reference), ...(await sizeFigures(folder, dirname(runtime)))];
    } finally {
      await display.stop();
      await point.remove();
      await empty.remove();
    }
  },
};

function ratios(ours: readonly Start[], enrolled: readonly Start[], reference: readonly Start[]): Figure[] {
  const middle = (starts: readonly Start[], of: (start: Start) => number) => median(starts.map(of)) ?? Number.NaN;
  const shown = ({ shownMs }: Start) => shownMs;
  const usable = ({ usableMs }: Start) => usableMs;
  const answered = ({ answeredMs }: Start) => answeredMs ?? Number.NaN;
  const memory = ({ bytes }: Start) => bytes / 2 ** 20;
  process.stderr.write(
    `usable after ${Math.round(middle(ours, usable))} ms, enrolled ${Math.round(middle(enrolled, usable))} ms, first shown after ${Math.round(middle(ours, shown))} ms, empty ${Math.round(middle(reference, shown))} ms; ` +
      `memory ${Math.round(middle(ours, memory))} MiB, empty ${Math.round(middle(reference, memory))} MiB\n`,
  );
  return [
    atMost(
      'start until usable, against an empty window',
      middle(ours, usable) / middle(reference, usable),
      'times',
      1.5,
    ),
    reported(
      'later start of an enrolled point until its home stands, by the same',
      middle(enrolled, usable) / middle(reference, usable),
      'times',
    ),
    reported(
      'start until the data behind it answers, by the same',
      middle(ours, answered) / middle(reference, usable),
      'times',
    ),
    reported('start until something is shown, by the same', middle(ours, shown) / middle(reference, shown), 'times'),
    atMost('memory at rest, against an empty window', middle(ours, memory) / middle(reference, memory), 'times', 1.4),
  ];
}

async function sizeFigures(packed: string, runtime: string): Promise<Figure[]> {
  const more = (await folderSize(packed)) - (await folderSize(runtime));
  // Languages of the runtime that are left out would hide how large the application is.
  const own = await folderSize(join(packed, 'resources'));
  return [
    atMost('installed, beyond the bare runtime', more / 1e6, 'MB', 15),
    atMost('the application alone, without its runtime', own / 1e6, 'MB', 15),
  ];
}
