import { useSyncExternalStore } from 'react';

const MEETING = /^#\/meetings\/(.+)$/;

/** The meeting the address names, null on the list. In the hash, so that a plain file server and the back button do. */
export function meetingInHash(hash: string): string | null {
  const id = MEETING.exec(hash)?.[1];
  return id === undefined ? null : decodeURIComponent(id);
}

export function hashOf(meetingId: string | null): string {
  return meetingId === null ? '#/' : `#/meetings/${encodeURIComponent(meetingId)}`;
}

export function useMeetingInHash(): string | null {
  return useSyncExternalStore(follow, () => meetingInHash(location.hash));
}

function follow(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
