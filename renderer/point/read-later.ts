import type { ComponentType } from 'react';
import type { MediaCheckId } from '../checks/media-probes.ts';
import type { PlaySound } from '../checks/play-sound.ts';
import type { Probe } from '../checks/probe.ts';
import type { PointStoreApi } from './store/store.ts';
import type { MediaProbes, PointWorld } from './world.ts';

/** The screens that follow the first one. */
export interface LaterScreens {
  readonly ChooseDevices: ComponentType;
  readonly Home: ComponentType;
}

/** What the first screen has no use for. A window opens the sooner the less it reads; this is read before it is asked for. */
export function restOf(store: PointStoreApi, world: PointWorld) {
  let stop = () => {};
  let reading: Promise<LaterScreens> | null = null;
  const readNow = async () => {
    const { startRest } = await import('./rest.ts');
    const started = startRest(store, world);
    stop = started.stop;
    void readProbes();
    return started;
  };
  const read = () => {
    reading ??= readNow();
    return reading;
  };
  return { read, stop: () => stop() };
}

const readProbes = () => import('../checks/media-probes.ts');

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

export const playSound: PlaySound = async (...sound) =>
  (await import('../checks/play-sound.ts')).createPlaySound()(...sound);
