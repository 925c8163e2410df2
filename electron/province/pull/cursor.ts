import { z } from 'zod';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { MOST_SEQ } from '../../../shared/protocol/entries.ts';
import { ok, type Result } from '../../../shared/result.ts';

/** What a cursor says inside: which list it belongs to, and a place in it. Nobody else needs to read it. */
const inside = z.tuple([z.string(), z.number().int().nonnegative(), z.number().int().nonnegative().max(MOST_SEQ)]);

export interface Place {
  readonly major: number;
  readonly minor: number;
}

export function cursorOf(list: string, { major, minor }: Place): string {
  return Buffer.from(JSON.stringify([list, major, minor])).toString('base64url');
}

/** The place a cursor names. Error `cursor-unknown` for one that is none of ours, or of another list. */
export function placeOf(list: string, cursor: string): Result<Place, AppError> {
  const read = inside.safeParse(parsed(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!read.success || read.data[0] !== list) return appErr('cursor-unknown');
  return ok({ major: read.data[1], minor: read.data[2] });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
