import type { ChosenDevice } from '../probe.ts';
import { exactly, type MediaWorld } from './open.ts';
import { isVirtualCamera } from './virtual-camera.ts';

type Cameras = Pick<MediaWorld, 'enumerateDevices'>;

/**
 * Opens the camera the person chose and no other; without a choice the system's default, unless that is made of software and
 * a real one is there: a recorder that put itself first must not be measured in its place.
 */
export async function openCamera(
  media: Cameras & Pick<MediaWorld, 'getUserMedia'>,
  mode: MediaTrackConstraints,
  chosen: ChosenDevice | undefined,
): Promise<MediaStream> {
  return media.getUserMedia({ audio: false, video: { ...mode, ...exactly(chosen ?? (await realInstead(media))) } });
}

async function realInstead(media: Cameras): Promise<ChosenDevice | undefined> {
  const [first, ...others] = await camerasOf(media);
  // Without permission there are neither names nor ids yet: then the default is what can be asked for.
  if (!first || !isVirtualCamera(first.label)) return undefined;
  return others.find(({ label }) => !isVirtualCamera(label));
}

/** How many cameras are connected that are not made of software. */
export async function countRealCameras(media: Cameras): Promise<number> {
  return (await camerasOf(media)).filter(({ label }) => !isVirtualCamera(label)).length;
}

async function camerasOf(media: Cameras): Promise<readonly ChosenDevice[]> {
  return (await media.enumerateDevices())
    .filter(({ kind, deviceId, label }) => kind === 'videoinput' && deviceId !== '' && label !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}
