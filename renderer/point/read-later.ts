import type { MediaCheckId } from '../checks/media-probes.ts';
import type { PlaySound } from '../checks/play-sound.ts';
import type { Probe } from '../checks/probe.ts';
import type { MediaProbes } from './world.ts';

/** What the first screen has no use for. A window opens the sooner the less it reads; the rest is there before it is asked for. */
export const readHome = () => import('./home/home.tsx');
const readProbes = () => import('../checks/media-probes.ts');
const readPlaySound = () => import('../checks/play-sound.ts');

export function readTheRest(): void {
  void readHome();
  void readProbes();
  void readPlaySound();
}

export const playSound: PlaySound = async (...sound) => (await readPlaySound()).createPlaySound()(...sound);

export const probes: MediaProbes = {
  camera: later('camera'),
  microphone: later('microphone'),
  speaker: later('speaker'),
  'screen-share': later('screen-share'),
  encoder: later('encoder'),
};

function later<Id extends MediaCheckId>(id: Id): Probe<Id> {
  return async (context) => {
    const { MEDIA_PROBES } = await readProbes();
    const probe: Probe<Id> = MEDIA_PROBES[id];
    return probe(context);
  };
}
