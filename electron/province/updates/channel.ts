import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { UpdateList } from '../../../shared/protocol/maintenance.ts';
import { isUpdateName } from './names.ts';

export interface Described {
  readonly version: string;
  readonly file: string;
  readonly sha512: string;
}

/** What a `latest.yml` of electron-builder says: flat keys at the beginning of a line. Null when it says less. */
export function readChannel(text: string): Described | null {
  const [version, file, sha512] = ['version', 'path', 'sha512'].map((key) => keyed(text, key));
  return version && file && sha512 ? { version, file, sha512 } : null;
}

function keyed(text: string, key: string): string | null {
  const [, value = ''] = new RegExp(`^${key}:[ \\t]*(.+?)[ \\t]*$`, 'm').exec(text) ?? [];
  return value.replace(/^(['"])(.*)\1$/, '$2') || null;
}

type State = UpdateList['channels'][number]['state'];

/** Whether the file a channel names is in the folder, and is the one it means. */
export async function stateOf(folder: string, described: Described): Promise<Exclude<State, 'unreadable'>> {
  if (!isUpdateName(described.file)) return 'file-missing';
  const hash = await sha512Of(join(folder, described.file));
  if (hash === null) return 'file-missing';
  return hash === described.sha512 ? 'complete' : 'file-differs';
}

export async function channelOf(folder: string, name: string): Promise<UpdateList['channels'][number]> {
  const described = readChannel(await readFile(join(folder, name), 'utf8'));
  if (described === null) return { name, version: '', file: '', state: 'unreadable' };
  const { version, file } = described;
  return { name, version, file, state: await stateOf(folder, described) };
}

/** By file, size and time: an installer is read once, not at every look at the list. */
const known = new Map<string, string>();

async function sha512Of(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  if (found === null) return null;
  const key = `${file} ${found.size} ${found.mtimeMs}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const text = hash.digest('base64');
  known.set(key, text);
  return text;
}
