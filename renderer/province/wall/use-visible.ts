import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { columnsIn, type Layout, linesBetween } from './layout.ts';

/** So much beyond the screen is drawn too, so that scrolling shows no blank. CSS pixels. */
const BEYOND = 400;

/** How many tiles stand side by side in the element, now. */
export function useColumns(element: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(() => columnsIn(Math.min(innerWidth - 48, 1432)));
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(([entry]) => entry && setColumns(columnsIn(entry.contentRect.width)));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return columns;
}

/** The lines that are on screen or near it, as the page scrolls: the first and the one after the last. */
export function useVisible(element: RefObject<HTMLElement | null>, layout: Layout): readonly [number, number] {
  const [seen, setSeen] = useState({ from: 0, to: innerHeight + BEYOND });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = element.current?.getBoundingClientRect().top ?? 0;
      // In steps: a render for every pixel would be one too many.
      const from = Math.floor((-top - BEYOND) / 200) * 200;
      const to = from + innerHeight + 2 * BEYOND + 200;
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, [element]);
  return linesBetween(layout, seen.from, seen.to);
}
