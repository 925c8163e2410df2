import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { ConsoleStore, ConsoleStoreApi } from './store/store.ts';

const StoreContext = createContext<ConsoleStoreApi | null>(null);

export function ConsoleStoreProvider(props: { readonly store: ConsoleStoreApi; readonly children: ReactNode }) {
  return <StoreContext value={props.store}>{props.children}</StoreContext>;
}

/** A part of the console's store. The selector must return something that stays the same while nothing changed. */
export function useConsole<Part>(select: (state: ConsoleStore) => Part): Part {
  const store = useContext(StoreContext);
  if (!store) throw new Error('useConsole outside ConsoleStoreProvider');
  return useStore(store, select);
}
