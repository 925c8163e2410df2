import type { AppError } from '../../../shared/errors.ts';
import type { FirstStart } from '../../../shared/first-start.ts';
import type { AppInfo, Locale } from '../../../shared/ipc-contract.ts';
import type { DevicesSlice } from './devices-slice.ts';
import type { SliceOf } from './slice.ts';

/** What this machine and this start of the software are. */
export interface MachineSlice {
  readonly info: AppInfo | null;
  /** Known of it before it answers, at its first start. */
  readonly firstStart: FirstStart | null;
  /** Why the window could not start. */
  readonly bootError: AppError | null;
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly chooseRoleAgain: () => void;
  readonly setInfo: (info: AppInfo) => void;
  readonly setBootError: (error: AppError) => void;
}

export const machineSlice: SliceOf<MachineSlice, DevicesSlice> =
  ({ client, firstStart }) =>
  (set) => ({
    info: null,
    firstStart,
    bootError: null,
    locale: firstStart?.locale ?? 'vi',
    setLocale(locale) {
      set({ locale });
      void client.request('app:set-locale', { locale });
    },
    chooseRoleAgain: () => void client.request('app:choose-role-again', {}),
    // At its first start the language was known before, and may have been changed since.
    setInfo: (info) => set({ info, chosen: info.devices, ...(firstStart ? {} : { locale: info.locale }) }),
    setBootError: (bootError) => set({ bootError }),
  });
