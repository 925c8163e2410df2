import { type RefObject, useLayoutEffect, useState } from 'react';
import { columnsIn, type Layout, linesBetween } from './layout.ts';

/** So much beyond the screen is drawn too, so that scrolling shows no blank. CSS pixels. */
const BEYOND = 400;
/** The screen's edges are looked at in such steps: a render for every pixel would be one too many. CSS pixels. */
const STEP = 40;

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

/**
 * The lines that are on screen, as the page scrolls: the first and the one after the last. `ahead`: with those near it, which
 * can wait while somebody does.
 */
export function useVisible(
  element: RefObject<HTMLElement | null>,
  layout: Layout,
  ahead: boolean,
): readonly [number, number] {
  const [seen, setSeen] = useState({ from: 0, to: innerHeight / 2 });
  useLayoutEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = element.current?.getBoundingClientRect().top ?? 0;
      const from = Math.floor(-top / STEP) * STEP;
      const to = Math.ceil((innerHeight - top) / STEP) * STEP;
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
  const beyond = ahead ? BEYOND : 0;
  return linesBetween(layout, seen.from - beyond, seen.to + beyond);
}
