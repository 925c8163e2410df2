import { readFileSync, writeFileSync } from 'node:fs';

/** CSS pixels of the desktop. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Remembers where the window was. Losing it costs nobody anything, so an unreadable file counts as none. */
export interface WindowStateStore {
  /** The remembered bounds if they still lie on one of the screens' work areas, else null. */
  readonly load: (workAreas: readonly Rectangle[]) => Rectangle | null;
  readonly save: (bounds: Rectangle) => void;
}

export function windowStateIn(file: string): WindowStateStore {
  return {
    load(workAreas) {
      const bounds = read(file);
      return bounds !== null && workAreas.some((area) => overlaps(area, bounds)) ? bounds : null;
    },
    save(bounds) {
      try {
        writeFileSync(file, JSON.stringify(bounds));
      } catch {
        // A full disk must not keep the window from closing.
      }
    },
  };
}

function read(file: string): Rectangle | null {
  try {
    const { x, y, width, height } = JSON.parse(readFileSync(file, 'utf8'));
    // By hand: the first thing a start does has no use for schemas.
    return [x, y, width, height].every(Number.isInteger) && width >= 400 && height >= 300
      ? { x, y, width, height }
      : null;
  } catch {
    return null;
  }
}

/** A hand's breadth of the window must be reachable. */
function overlaps(area: Rectangle, bounds: Rectangle): boolean {
  const width = Math.min(area.x + area.width, bounds.x + bounds.width) - Math.max(area.x, bounds.x);
  const height = Math.min(area.y + area.height, bounds.y + bounds.height) - Math.max(area.y, bounds.y);
  return width >= 100 && height >= 50;
}
