import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ErrorCode } from '../../../shared/errors.ts';
import { usePoint } from '../context.tsx';

/** The hub does not answer at all; any other refusal came over a line that works. */
const LINE_ERRORS: readonly ErrorCode[] = ['hub-unreachable', 'hub-timeout'];

/** While somebody sits in the meeting: notices that the line, the camera or the microphone goes and comes. Opens nothing. */
export function useQuietWatch(active: boolean): void {
  const note = usePoint((state) => state.noteThere);
  const error = usePoint((state) => state.point?.sync.error?.code);
  const adapterUp = useSyncExternalStore(onAdapter, () => navigator.onLine);
  const line = adapterUp && !(error !== undefined && LINE_ERRORS.includes(error));
  const camera = useDeviceThere('camera');
  const microphone = useDeviceThere('microphone');
  useEffect(() => {
    if (active) note('line', line);
  }, [active, line, note]);
  useEffect(() => {
    if (active) note('camera', camera);
  }, [active, camera, note]);
  useEffect(() => {
    if (active) note('microphone', microphone);
  }, [active, microphone, note]);
}

/** False only for a device that was there before: a point without a camera has lost none. */
function useDeviceThere(kind: 'camera' | 'microphone'): boolean {
  const available = usePoint((state) => state.available[kind]);
  const chosen = usePoint((state) => state.chosen[kind]?.id);
  const seen = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    seen.current = new Set([...seen.current, ...available.map(({ id }) => id)]);
  }, [available]);
  if (seen.current.size === 0) return true;
  const chosenGone = chosen !== undefined && seen.current.has(chosen) && !available.some(({ id }) => id === chosen);
  return available.length > 0 && !chosenGone;
}

function onAdapter(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
