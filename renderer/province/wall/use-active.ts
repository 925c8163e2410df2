import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Layout } from './layout.ts';

/** The tile of a point, where it is in the page. */
export function tileOf(box: HTMLElement | null, code: string): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-point="${CSS.escape(code)}"]`) ?? null;
}

/** The point whose tile that is; null: no tile. */
export function pointOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-point]')?.dataset.point ?? null) : null;
}

/**
 * The place of the tile that the Tab key leads to. It is a point's and goes with it when the order changes; when the point is
 * not shown any more, whoever stands there now has it. The focus does the same: elements belong to places, and the browser would
 * leave it on whoever comes to stand there, or lose it with a line that goes. `opened`: the point that is open beside the wall; the focus comes back to it.
 */
export function useActive(
  box: RefObject<HTMLElement | null>,
  layout: Layout,
  opened: string | null,
): readonly [place: number, setActive: (code: string) => void, noteFocus: (target: EventTarget | null) => void] {
  const [active, setActive] = useState<string | null>(null);
  const lastPlace = useRef(0);
  const hasFocus = useRef(false);
  const found = active === null ? -1 : layout.tiles.findIndex(({ row }) => row.code === active);
  const place = found >= 0 ? found : Math.max(0, Math.min(lastPlace.current, layout.tiles.length - 1));
  const code = layout.tiles[place]?.row.code ?? null;

  useLayoutEffect(() => {
    lastPlace.current = place;
    // While React changes the page it tells nobody of a focus that is lost by it.
    const focused = document.activeElement;
    if (!hasFocus.current || code === null || pointOf(focused) === code) return;
    if (focused === document.body || box.current?.contains(focused))
      tileOf(box.current, code)?.focus({ preventScroll: true });
  });

  function noteFocus(target: EventTarget | null): void {
    const focused = pointOf(target);
    hasFocus.current = focused !== null;
    if (focused !== null) setActive(focused);
  }

  useFocusBack(box, opened);
  return [place, setActive, noteFocus];
}

/** To the tile as it stands then: the one that had the focus before may be gone. */
function useFocusBack(box: RefObject<HTMLElement | null>, opened: string | null): void {
  const before = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (opened === null && before.current !== null) tileOf(box.current, before.current)?.focus({ preventScroll: true });
    before.current = opened;
  }, [box, opened]);
}
