import { createStore } from 'zustand';
import type { ConsoleApi } from '../api.ts';
import { type MeetingsSlice, meetingsSlice } from './meetings-slice.ts';
import { type ReadinessSlice, readinessSlice } from './readiness-slice.ts';
import { type ReportsSlice, reportsSlice } from './reports-slice.ts';
import { type RollCallSlice, rollCallSlice } from './roll-call-slice.ts';
import { type RosterSlice, rosterSlice } from './roster-slice.ts';
import { type ScheduleSlice, scheduleSlice } from './schedule-slice.ts';
import { type SessionSlice, sessionSlice } from './session-slice.ts';
import { type WallSlice, wallSlice } from './wall-slice.ts';

/** The one store of the console. */
export type ConsoleStore = SessionSlice &
  MeetingsSlice &
  ReadinessSlice &
  RollCallSlice &
  ReportsSlice &
  RosterSlice &
  ScheduleSlice &
  WallSlice;

export function createConsoleStore(api: ConsoleApi) {
  return createStore<ConsoleStore>()((...args) => ({
    ...sessionSlice(api)(...args),
    ...meetingsSlice(api)(...args),
    ...readinessSlice(api)(...args),
    ...rollCallSlice(api)(...args),
    ...reportsSlice(api)(...args),
    ...rosterSlice(api)(...args),
    ...scheduleSlice(api)(...args),
    ...wallSlice(api)(...args),
  }));
}

export type ConsoleStoreApi = ReturnType<typeof createConsoleStore>;
