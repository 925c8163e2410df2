import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const rectangle = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
});
export type Rectangle = z.infer<typeof rectangle>;

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
    return rectangle.parse(JSON.parse(readFileSync(file, 'utf8')));
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
