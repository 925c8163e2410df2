import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundProvince, type HubConfig, hubConfig, publicUrlOf } from '../../shared/protocol/setup.ts';

const NAME = 'hub.json';

/** How the hub of this folder is started; null where a province is yet to be founded. An older folder has a database only. */
export function readHubConfig(dataDir: string): HubConfig | 'as-usual' | null {
  const file = join(dataDir, NAME);
  if (existsSync(file)) {
    const parsed = hubConfig.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.success) throw new Error(`${file} is damaged`);
    return parsed.data;
  }
  return existsSync(join(dataDir, 'hub.sqlite')) || process.env.DIEM_CAU_DATABASE ? 'as-usual' : null;
}

/** Only once the hub ran with it. */
export function keepHubConfig(dataDir: string, config: HubConfig): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(join(dataDir, NAME), JSON.stringify(config, null, 2));
}

/** To be tried, it stays on this machine; otherwise it listens to all networks and is called by the given address. */
export function hubConfigOf({ name, hotline, reach, address, port }: FoundProvince): HubConfig | null {
  const names = { name: name.normalize('NFC'), hotline, port };
  if (reach === 'here') return { ...names, host: '127.0.0.1', publicUrl: null };
  const publicUrl = publicUrlOf(address, port);
  return publicUrl === null ? null : { ...names, host: '0.0.0.0', publicUrl };
}

/** As arguments of the hub's process. */
export function hubArguments({ name, hotline, host, port, publicUrl }: HubConfig): string[] {
  const address = publicUrl === null ? [] : [`--public-url=${publicUrl}`];
  return [`--name=${name}`, `--hotline=${hotline}`, `--host=${host}`, `--port=${port}`, ...address];
}
