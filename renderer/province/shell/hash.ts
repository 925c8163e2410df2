import { useSyncExternalStore } from 'react';
import type { Route } from './route.ts';

/** Shows another screen. */
export function go<Params>(route: Route<Params>, params: Params): void {
  location.hash = route.hash(params);
}

export function useHash(): string {
  return useSyncExternalStore(follow, () => location.hash);
}

function follow(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
