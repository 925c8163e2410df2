import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { PointStore, PointStoreApi } from './store/store.ts';

const StoreContext = createContext<PointStoreApi | null>(null);

export function PointStoreProvider(props: { readonly store: PointStoreApi; readonly children: ReactNode }) {
  return <StoreContext value={props.store}>{props.children}</StoreContext>;
}

/** A part of the window's store. The selector must return something that stays the same while nothing changed. */
export function usePoint<Part>(select: (state: PointStore) => Part): Part {
  const store = useContext(StoreContext);
  if (!store) throw new Error('usePoint outside PointStoreProvider');
  return useStore(store, select);
}
