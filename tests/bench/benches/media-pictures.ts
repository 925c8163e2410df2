import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readRgbaFrames } from '../../corpus/frames.ts';
import { makeCorpusPicture } from '../../corpus/make-picture.ts';
import { PEER_RULES, type PeerFinding, type PeerRule } from '../../corpus/peer-picture-rules.ts';
import { CORPUS_PICTURES, type CorpusPicture } from '../../corpus/pictures.ts';
import { atLeast, atMost, type Bench, type Figure } from '../bench.ts';
import { runScript } from '../run-script.ts';

/** What the peers are given to see, seconds from the camera's first frame: as long as they look, and longer than we do. */
const PEERS_WATCH_SECONDS = 5;

/** Every picture of the corpus through the real pipeline in real Electron, and what other tools' rules say of the same. */
export const mediaPictures: Bench = {
  about:
    'every camera picture of the corpus through the real check in Electron: wrong verdicts, and those of peers’ rules',
  usualSeconds: 300,
  async run(root) {
    const folder = await mkdtemp(join(tmpdir(), 'diem-cau-pictures-'));
    const judged: Judged[] = [];
    try {
      for (const [name, picture] of Object.entries(CORPUS_PICTURES)) {
        const one = await judge(root, folder, name, picture);
        process.stderr.write(lineOf(name, one));
        judged.push(one);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return figures(judged);
  },
};

/** One row of the confusion table. */
function lineOf(name: string, { isRight, said, labelled, wrongPeers }: Judged): string {
  const peers = wrongPeers.length > 0 ? `; wrong by the rules of ${wrongPeers.join(', ')}` : '';
  return `${isRight ? 'right' : 'WRONG'} ${name}: ${said}, labelled ${labelled}${peers}\n`;
}

interface Judged {
  readonly isRight: boolean;
  /** Verdict and reason, by the check and by the label. */
  readonly said: string;
  readonly labelled: string;
  /** The peers, by name, that are wrong about what they look for. */
  readonly wrongPeers: readonly string[];
}

async function judge(root: string, folder: string, name: string, picture: CorpusPicture): Promise<Judged> {
  const file = await makeCorpusPicture(name, picture, folder);
  const said = await checkCamera(root, join(folder, 'point'), file);
  const frames = await readRgbaFrames(file, PEERS_WATCH_SECONDS);
  await rm(file);
  const { verdict, reason } = picture.label;
  const labelled = `${verdict} ${reason}`;
  const wrongPeers = Object.entries(PEER_RULES)
    .filter(([, rule]) => isWrong(rule, frames, reason))
    .map(([peer]) => peer);
  return { isRight: said === labelled, said, labelled, wrongPeers };
}

const document = z.object({ checks: z.array(z.object({ id: z.string(), verdict: z.string(), reason: z.string() })) });

async function checkCamera(root: string, pointDir: string, file: string): Promise<string> {
  const devices = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
  const args = ['check', '--only', 'camera', '--data', pointDir, '--json', ...devices];
  const { output } = await runScript(root, 'scripts/point.mjs', args);
  const camera = document.parse(JSON.parse(output)).checks.find(({ id }) => id === 'camera');
  return camera ? `${camera.verdict} ${camera.reason}` : 'nothing';
}

/** Only by what a peer looks for: it is not blamed for a blurred picture, but for not seeing a frozen or a covered one. */
function isWrong(rule: PeerRule, frames: readonly Uint8Array[], label: string): boolean {
  const shown: PeerFinding | null =
    label === 'frozen' ? 'frozen' : label === 'black' || label === 'covered' ? 'black' : null;
  const found = rule(frames);
  return shown === null ? found.length > 0 : !found.includes(shown);
}

function figures(judged: readonly Judged[]): Figure[] {
  const wrong = judged.filter(({ isRight }) => !isRight).length;
  const wrongOf = (peer: string) => judged.filter(({ wrongPeers }) => wrongPeers.includes(peer)).length;
  return [
    atMost('wrong verdicts', wrong, 'pictures', 0),
    atLeast('pictures', judged.length, 'pictures', Object.keys(CORPUS_PICTURES).length),
    ...Object.keys(PEER_RULES).map((peer) =>
      atLeast(
        `black or frozen wrongly told by ${peer}’s published rules, re-implemented`,
        wrongOf(peer),
        'pictures',
        0,
      ),
    ),
  ];
}
