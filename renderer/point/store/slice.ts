import type { StateCreator } from 'zustand';
import type { PointWorld } from '../world.ts';

/** Makes one feature's part of the window's store. `Needs` are the other parts it reads. */
export type SliceOf<Slice, Needs = unknown> = (world: PointWorld) => StateCreator<Slice & Needs, [], [], Slice>;
