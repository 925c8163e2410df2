import type { Bench } from '../bench.ts';
import { reportOf } from './media/figures.ts';
import { judgePictures } from './media/pictures.ts';
import { judgeSounds } from './media/sounds.ts';

/**
 * The whole corpus through the real checks in real Electron: what each says against what its label says, and what other
 * tools' published rules say of the same.
 */
export const media: Bench = {
  about:
    'camera, microphone and speaker on the whole corpus in Electron: wrong verdicts by fault, and those of peers’ rules',
  usualSeconds: 700,
  options: ['profile'],
  async run(root, { profile }) {
    // Side by side, as camera and microphone are in a check: each is a process of its own with a device of its own.
    const judged = (await Promise.all([judgePictures(root, profile), judgeSounds(root, profile)])).flat();
    return reportOf(judged, 1);
  },
};

export const mediaPictures: Bench = {
  about: 'the part of `media` that is about the camera',
  usualSeconds: 620,
  options: ['profile'],
  run: async (root, { profile }) => reportOf(await judgePictures(root, profile), 1),
};

export const mediaSounds: Bench = {
  about: 'the part of `media` that is about microphone and speaker',
  usualSeconds: 520,
  options: ['profile'],
  run: async (root, { profile }) => reportOf(await judgeSounds(root, profile), 1),
};
