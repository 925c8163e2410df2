import { readFileSync, writeFileSync } from 'node:fs';
import { type Appearance, appearanceOf } from '../../shared/appearance.ts';

/** CSS pixels of the desktop. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Remembers where the window was and how it looks. Losing it costs nobody anything, so an unreadable file counts as none. */
export interface WindowStateStore {
  /** The remembered bounds if they still lie on one of the screens' work areas, else null. */
  readonly load: (workAreas: readonly Rectangle[]) => Rectangle | null;
  readonly save: (bounds: Rectangle) => void;
  /** As the person chose; `system` without a choice. */
  readonly appearance: () => Appearance;
  readonly keepAppearance: (appearance: Appearance) => void;
}

export function windowStateIn(file: string): WindowStateStore {
  const write = (change: Record<string, unknown>) => {
    try {
      writeFileSync(file, JSON.stringify({ ...read(file), ...change }));
    } catch {
      // A full disk must not keep the window from closing.
    }
  };
  return {
    load(workAreas) {
      const bounds = boundsOf(read(file));
      return bounds !== null && workAreas.some((area) => overlaps(area, bounds)) ? bounds : null;
    },
    save: ({ x, y, width, height }) => write({ x, y, width, height }),
    appearance: () => appearanceOf(read(file).appearance) ?? 'system',
    keepAppearance: (appearance) => write({ appearance }),
  };
}

function read(file: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

/** By hand: the first thing a start does has no use for schemas. */
function boundsOf({ x, y, width, height }: Record<string, unknown>): Rectangle | null {
  if (!isInteger(x) || !isInteger(y) || !isInteger(width) || !isInteger(height)) return null;
  return width >= 400 && height >= 300 ? { x, y, width, height } : null;
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

/** A hand's breadth of the window must be reachable. */
function overlaps(area: Rectangle, bounds: Rectangle): boolean {
  const width = Math.min(area.x + area.width, bounds.x + bounds.width) - Math.max(area.x, bounds.x);
  const height = Math.min(area.y + area.height, bounds.y + bounds.height) - Math.max(area.y, bounds.y);
  return width >= 100 && height >= 50;
}
