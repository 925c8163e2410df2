import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SupportPlaces } from '../../shared/support-places.ts';
import { logFileIn } from './log.ts';

const keptFeed = z.object({ feed: z.object({ hub: z.object({ hotline: z.string().min(1) }) }) });
const keptSettings = z.object({ locale: z.enum(['vi', 'en']) });

/** Needs nothing of the service: it is asked for when that cannot be opened. */
export function supportPlaces(dataDir: string, role: 'point' | 'province', version: string): SupportPlaces {
  const hotline = kept(dataDir, 'feed', keptFeed)?.feed.hub.hotline ?? null;
  return { version, dataDir, logFile: logFileIn(dataDir, role), hotline };
}

/** The language that was chosen on this machine. */
export function keptLocale(dataDir: string): 'vi' | 'en' {
  return kept(dataDir, 'settings', keptSettings)?.locale ?? 'vi';
}

/** Whatever else has become of the file: one that cannot be read says nothing, and stays where it is. */
function kept<Schema extends z.ZodType>(dataDir: string, name: string, schema: Schema): z.infer<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(readFileSync(join(dataDir, `${name}.json`), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
