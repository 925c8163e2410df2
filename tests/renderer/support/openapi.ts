import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../../electron/province/app.ts';
import { createTokenWindow } from '../../../electron/province/auth/token-window.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';
import { DEFAULT_LIMITS } from '../../../electron/province/deps.ts';
import { foundHub } from '../../../electron/province/identity.ts';
import { createLiveBus } from '../../../electron/province/live-bus.ts';
import { stderrLog } from '../../../electron/province/log.ts';
import { printHere } from '../../../electron/province/reports/press/print-here.ts';

/** The OpenAPI document of a real hub, by language. */
export async function openapiOfHub(): Promise<Readonly<Record<string, unknown>>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dc-openapi-'));
  const db = await openDatabase({ dataDir });
  const app = await build({
    db,
    store: { dataDir },
    hub: await foundHub(db, Date.now()),
    clock: { now: Date.now },
    log: stderrLog('silent'),
    link: null,
    live: createLiveBus(),
    tokens: createTokenWindow(),
    press: printHere(db),
    consoleDir: null,
    https: false,
    limits: DEFAULT_LIMITS,
  });
  const read = async (lang: string) => (await app.inject(`/api/openapi.json?lang=${lang}`)).json() as unknown;
  const documents = { vi: await read('vi'), en: await read('en') };
  await app.close();
  await db.destroy();
  rmSync(dataDir, { recursive: true });
  return documents;
}
