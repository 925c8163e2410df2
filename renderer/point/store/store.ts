import { createStore, type StateCreator, type StoreApi } from 'zustand';
import type { PointWorld } from '../world.ts';
import type { AnswerSlice } from './answer-slice.ts';
import { type ChecklistSlice, checklistSlice } from './checklist-slice.ts';
import type { ChecksSlice } from './checks-slice.ts';
import { type CrashSlice, crashSlice } from './crash-slice.ts';
import { type DevicesSlice, devicesSlice } from './devices-slice.ts';
import { type DuringSlice, duringSlice } from './during-slice.ts';
import { type HelpSlice, helpSlice } from './help-slice.ts';
import { type HistorySlice, historySlice } from './history-slice.ts';
import type { KeepsakesSlice } from './keepsakes-slice.ts';
import { type MachineSlice, machineSlice } from './machine-slice.ts';
import { type RecordSlice, recordSlice } from './record-slice.ts';
import { type RemindersSlice, remindersSlice } from './reminders-slice.ts';
import type { SignInSlice } from './sign-in-slice.ts';
import { type UpdateSlice, updateSlice } from './update-slice.ts';
import type { WatchSlice } from './watch-slice.ts';

/** The one store of the point's window. */
export type PointStore = MachineSlice &
  RecordSlice &
  ChecksSlice &
  KeepsakesSlice &
  AnswerSlice &
  ChecklistSlice &
  DevicesSlice &
  SignInSlice &
  DuringSlice &
  RemindersSlice &
  HelpSlice &
  HistorySlice &
  CrashSlice &
  UpdateSlice &
  WatchSlice;

export type PointStoreApi = StoreApi<PointStore>;

/** As much of it as the first screen reads. The rest is there before anything else of the window is: `completeStore`. */
export function createPointStore(world: PointWorld): PointStoreApi {
  const parts: StateCreator<PointStore, [], [], Partial<PointStore>> = (...args) => ({
    ...machineSlice(world)(...args),
    ...recordSlice(world)(...args),
    ...checklistSlice(world)(...args),
    ...devicesSlice(world)(...args),
    ...duringSlice(world)(...args),
    ...remindersSlice(world)(...args),
    ...helpSlice(world)(...args),
    ...historySlice(world)(...args),
    ...crashSlice(world)(...args),
    ...updateSlice(world)(...args),
  });
  return createStore<PointStore>()((...args) => parts(...args) as PointStore);
}
