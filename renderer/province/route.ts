import { useMemo, useSyncExternalStore } from 'react';

/** What the console shows. In the hash, so that a plain file server and the back button do. */
export type Route =
  | { readonly screen: 'meetings' }
  | { readonly screen: 'new-meeting' }
  | { readonly screen: 'points' }
  | { readonly screen: 'roster'; readonly point: string }
  | { readonly screen: MeetingScreen; readonly meetingId: string };

/** What can be shown of one meeting. */
export const MEETING_SCREENS = ['readiness', 'roll-call', 'schedule'] as const;
export type MeetingScreen = (typeof MEETING_SCREENS)[number];

const MEETING = /^#\/meetings\/([^/]+)(?:\/([a-z-]+))?$/;

const POINT = /^#\/points\/([^/]+)$/;

export function routeOf(hash: string): Route {
  if (hash === '#/new') return { screen: 'new-meeting' };
  if (hash === '#/points') return { screen: 'points' };
  const [, point] = POINT.exec(hash) ?? [];
  if (point !== undefined) return { screen: 'roster', point: decodeURIComponent(point) };
  const [, id, name = 'readiness'] = MEETING.exec(hash) ?? [];
  const screen = MEETING_SCREENS.find((one) => one === name);
  if (id === undefined || screen === undefined) return { screen: 'meetings' };
  return { screen, meetingId: decodeURIComponent(id) };
}

export function hashOf(route: Route): string {
  if (route.screen === 'meetings') return '#/';
  if (route.screen === 'new-meeting') return '#/new';
  if (route.screen === 'points') return '#/points';
  if (route.screen === 'roster') return `#/points/${encodeURIComponent(route.point)}`;
  const meeting = `#/meetings/${encodeURIComponent(route.meetingId)}`;
  return route.screen === 'readiness' ? meeting : `${meeting}/${route.screen}`;
}

export function go(route: Route): void {
  location.hash = hashOf(route);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(follow, () => location.hash);
  return useMemo(() => routeOf(hash), [hash]);
}

function follow(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
