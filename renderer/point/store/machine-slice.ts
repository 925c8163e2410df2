import type { AppError } from '../../../shared/errors.ts';
import type { AppInfo, Locale } from '../../../shared/ipc-contract.ts';
import type { DevicesSlice } from './devices-slice.ts';
import type { SliceOf } from './slice.ts';

/** What this machine and this start of the software are. */
export interface MachineSlice {
  readonly info: AppInfo | null;
  /** Why the window could not start. */
  readonly bootError: AppError | null;
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly chooseRoleAgain: () => void;
  readonly setInfo: (info: AppInfo) => void;
  readonly setBootError: (error: AppError) => void;
}

export const machineSlice: SliceOf<MachineSlice, DevicesSlice> =
  ({ client }) =>
  (set) => ({
    info: null,
    bootError: null,
    locale: 'vi',
    setLocale(locale) {
      set({ locale });
      void client.request('app:set-locale', { locale });
    },
    chooseRoleAgain: () => void client.request('app:choose-role-again', {}),
    setInfo: (info) => set({ info, locale: info.locale, chosen: info.devices }),
    setBootError: (bootError) => set({ bootError }),
  });
