import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allPictures } from '../../../corpus/all-pictures.ts';
import { readRgbaFrames } from '../../../corpus/frames.ts';
import { makeCorpusPicture } from '../../../corpus/make-picture.ts';
import { PEER_RULES } from '../../../corpus/peer-picture-rules.ts';
import type { CorpusPicture } from '../../../corpus/pictures.ts';
import { judgedWhenQuiet } from './app.ts';
import { type Judged, tell } from './judged.ts';

/** What the peers are given to see, seconds from the camera's first frame: as long as they look, and longer than we do. */
const PEERS_WATCH_SECONDS = 5;

/**
 * Every picture of the corpus, from a file that Chromium takes for a camera.
 * @param only parts of names, separated by commas; null for all
 */
export async function judgePictures(root: string, only: string | null): Promise<readonly Judged[]> {
  const pictures = Object.entries(await allPictures()).filter(
    ([name]) => only === null || only.split(',').some((part) => name.includes(part)),
  );
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-pictures-'));
  const judged: Judged[] = [];
  try {
    const made = madeAhead(pictures, folder);
    for (const [name, picture] of pictures) {
      const one = await judge(root, folder, { name, picture, file: await made.next() });
      judged.push(one);
      tell(one, judged.length, pictures.length);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return judged;
}

/** Files of the pictures in their order; while one is looked at, the next is made. */
function madeAhead(pictures: readonly [string, CorpusPicture][], folder: string): { next: () => Promise<string> } {
  let turn = 0;
  const make = async (): Promise<string> => {
    const [name, picture] = pictures[turn++] ?? [];
    return name !== undefined && picture ? makeCorpusPicture(name, picture, folder) : '';
  };
  let ahead = make();
  return {
    async next() {
      const file = await ahead;
      ahead = make();
      // Whoever asks for it hears of a failure; nobody may ask any more.
      ahead.catch(() => {});
      return file;
    },
  };
}

interface Shown {
  readonly name: string;
  readonly picture: CorpusPicture;
  readonly file: string;
}

async function judge(root: string, folder: string, { name, picture, file }: Shown): Promise<Judged> {
  const switches = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
  const got = await judgedWhenQuiet(root, 'camera', { data: join(folder, 'point'), switches });
  const frames = await readRgbaFrames(file, PEERS_WATCH_SECONDS);
  await rm(file);
  const peersWrong = Object.fromEntries(
    PEER_RULES.map(({ peer, looksFor, finds }) => [peer, finds(frames) !== looksFor.includes(picture.label.reason)]),
  );
  return { check: 'camera', name, expected: picture.label, got, peersWrong };
}
