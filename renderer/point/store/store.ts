import { createStore } from 'zustand';
import type { PointWorld } from '../world.ts';
import { type AnswerSlice, answerSlice } from './answer-slice.ts';
import { type ChecklistSlice, checklistSlice } from './checklist-slice.ts';
import { type ChecksSlice, checksSlice } from './checks-slice.ts';
import { type CrashSlice, crashSlice } from './crash-slice.ts';
import { type DevicesSlice, devicesSlice } from './devices-slice.ts';
import { type DuringSlice, duringSlice } from './during-slice.ts';
import { type HelpSlice, helpSlice } from './help-slice.ts';
import { type HistorySlice, historySlice } from './history-slice.ts';
import { type KeepsakesSlice, keepsakesSlice } from './keepsakes-slice.ts';
import { type MachineSlice, machineSlice } from './machine-slice.ts';
import { type RecordSlice, recordSlice } from './record-slice.ts';
import { type RemindersSlice, remindersSlice } from './reminders-slice.ts';
import { type SignInSlice, signInSlice } from './sign-in-slice.ts';
import { type UpdateSlice, updateSlice } from './update-slice.ts';
import { type WatchSlice, watchSlice } from './watch-slice.ts';

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

export function createPointStore(world: PointWorld) {
  return createStore<PointStore>()((...args) => ({
    ...machineSlice(world)(...args),
    ...recordSlice(world)(...args),
    ...checksSlice(world)(...args),
    ...keepsakesSlice(world)(...args),
    ...answerSlice(world)(...args),
    ...checklistSlice(world)(...args),
    ...devicesSlice(world)(...args),
    ...signInSlice(world)(...args),
    ...duringSlice(world)(...args),
    ...remindersSlice(world)(...args),
    ...helpSlice(world)(...args),
    ...historySlice(world)(...args),
    ...crashSlice(world)(...args),
    ...updateSlice(world)(...args),
    ...watchSlice(world)(...args),
  }));
}

export type PointStoreApi = ReturnType<typeof createPointStore>;
