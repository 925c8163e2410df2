import type { DeviceKind } from '../../../shared/ipc-contract.ts';
import type { ChosenDevice } from '../../checks/probe.ts';
import type { SliceOf } from './slice.ts';

export const DEVICE_KINDS = ['camera', 'microphone', 'speaker'] as const satisfies readonly DeviceKind[];

const KIND_OF: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  videoinput: 'camera',
  audioinput: 'microphone',
  audiooutput: 'speaker',
};

export interface DevicesSlice {
  readonly available: Readonly<Record<DeviceKind, readonly ChosenDevice[]>>;
  readonly chosen: Readonly<Partial<Record<DeviceKind, ChosenDevice>>>;
  /** Kinds where something was plugged in or out since their check began. */
  readonly changed: readonly DeviceKind[];
  readonly refreshDevices: () => Promise<void>;
  readonly chooseDevice: (kind: DeviceKind, device: ChosenDevice) => Promise<void>;
  readonly noteMeasured: (kinds: readonly DeviceKind[]) => void;
}

export const devicesSlice: SliceOf<DevicesSlice> =
  ({ client, devices }) =>
  (set, get) => ({
    available: { camera: [], microphone: [], speaker: [] },
    chosen: {},
    changed: [],
    async refreshDevices() {
      const before = get().available;
      const available = sorted(await devices.enumerateDevices().catch(() => []));
      // The first listing, and labels that appear with the permission, are no change of devices.
      const changed = DEVICE_KINDS.filter(
        (kind) => before[kind].length > 0 && ids(before[kind]) !== ids(available[kind]),
      );
      set({ available, changed: [...new Set([...get().changed, ...changed])] });
    },
    async chooseDevice(kind, choice) {
      const before = get().chosen;
      set({ chosen: { ...before, [kind]: choice } });
      const answer = await client.request('devices:choose', { kind, choice });
      if (!answer.ok) set({ chosen: before });
    },
    noteMeasured: (kinds) => set({ changed: get().changed.filter((kind) => !kinds.includes(kind)) }),
  });

function ids(devices: readonly ChosenDevice[]): string {
  return devices.map((device) => device.id).join('\n');
}

/** Chromium lists the default and communications devices twice; the real ones stay. Without permission ids are empty. */
function sorted(found: readonly MediaDeviceInfo[]): Record<DeviceKind, ChosenDevice[]> {
  const result: Record<DeviceKind, ChosenDevice[]> = { camera: [], microphone: [], speaker: [] };
  for (const { kind, deviceId, label } of found) {
    if (deviceId === '' || deviceId === 'default' || deviceId === 'communications') continue;
    result[KIND_OF[kind]].push({ id: deviceId, label });
  }
  return result;
}

/** "System default" is a choice of the person, but no device to a probe. */
export function chosenOnly(chosen: DevicesSlice['chosen']): DevicesSlice['chosen'] {
  return Object.fromEntries(Object.entries(chosen).filter(([, device]) => device.id !== ''));
}
