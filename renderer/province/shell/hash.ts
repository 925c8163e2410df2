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

/** What stands behind the question mark of a hash: what a screen is to show first. */
export function queryOf(hash: string): string {
  return hash.split('?')[1] ?? '';
}

/** The hash without it: which screen that is. */
export function pathOf(hash: string): string {
  return hash.split('?')[0] ?? '';
}

/** Shows the same screen with something else asked for; the way back leads to what was asked before. */
export function ask(query: URLSearchParams): void {
  location.hash = `${pathOf(location.hash) || '#/'}?${query}`;
}
