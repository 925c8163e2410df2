import type { StateCreator } from 'zustand';
import type { ConsoleApi } from '../api.ts';

/** Makes one feature's part of the console's store. `Needs` are the other parts it reads. */
export type SliceOf<Slice, Needs = unknown> = (api: ConsoleApi) => StateCreator<Slice & Needs, [], [], Slice>;
