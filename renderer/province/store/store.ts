import { createStore } from 'zustand';
import type { ConsoleApi } from '../api.ts';
import { type MeetingsSlice, meetingsSlice } from './meetings-slice.ts';
import { type ReadinessSlice, readinessSlice } from './readiness-slice.ts';
import { type SessionSlice, sessionSlice } from './session-slice.ts';

/** The one store of the console. */
export type ConsoleStore = SessionSlice & MeetingsSlice & ReadinessSlice;

export function createConsoleStore(api: ConsoleApi) {
  return createStore<ConsoleStore>()((...args) => ({
    ...sessionSlice(api)(...args),
    ...meetingsSlice(api)(...args),
    ...readinessSlice(api)(...args),
  }));
}

export type ConsoleStoreApi = ReturnType<typeof createConsoleStore>;
