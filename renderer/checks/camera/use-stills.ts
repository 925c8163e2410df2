import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Still, takeStill } from './still.ts';

const EVERY_MS = 300;

/**
 * Looks at a live picture a few times a second, for its histogram.
 * @param onLast told the last look when the picture goes; it then owns the bitmap.
 */
export function useStills(video: RefObject<HTMLVideoElement | null>, onLast?: (still: Still) => void): Still | null {
  const [still, setStill] = useState<Still | null>(null);
  const tell = useRef(onLast);
  useEffect(() => {
    tell.current = onLast;
  }, [onLast]);
  useEffect(() => {
    let latest: Still | null = null;
    let looking = true;
    let busy = false;
    async function look(): Promise<void> {
      if (busy || !video.current) return;
      busy = true;
      const next = await takeStill(video.current);
      busy = false;
      if (!next) return;
      if (!looking) return next.picture.close();
      latest?.picture.close();
      latest = next;
      setStill(next);
    }
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => {
      looking = false;
      clearInterval(timer);
      if (!latest) return;
      if (tell.current) tell.current(latest);
      else latest.picture.close();
    };
  }, [video]);
  return still;
}
