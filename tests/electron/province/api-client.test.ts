import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { generateSource } from 'oazapfts';
import { afterAll, describe, expect, it } from 'vitest';
import { issueApiToken } from '../../../electron/province/auth/api-token.ts';
import { root } from '../../../scripts/lib/paths.mjs';
import { checkRunEvent, passed } from '../../support/device.ts';
import { onSqlite } from './databases.ts';
import { MEETING, makeHub, POINT, START } from './hub.ts';

const openNew = onSqlite();
const output = join(root, 'test-output');
mkdirSync(output, { recursive: true });
// Inside the repository, so that the client finds the packages it needs.
const folder = mkdtempSync(join(output, 'client-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As the developer of another system would write it. */
const USE = `
import { ok } from '@oazapfts/runtime';
import { getReportsReadiness, getV1MeetingsIdReadiness } from './client.ts';

export async function pull(baseUrl: string, token: string, meeting: string) {
  const options = { baseUrl, headers: { authorization: \`Bearer \${token}\` } };
  const all = await ok(getV1MeetingsIdReadiness(meeting, {}, options));
  const states: string[] = all.rows.map((row) => row.point.code + ' ' + row.state);
  const since = await ok(getV1MeetingsIdReadiness(meeting, { since: all.cursor }, options));
  // @ts-expect-error: the contract knows no such field.
  void all.rows[0]?.nothing;
  const report = await getReportsReadiness(meeting, { format: 'json' }, options);
  if (report.status !== 200) throw new Error(String(report.status));
  const wrong = await getV1MeetingsIdReadiness('khong-co', {}, options);
  const code = wrong.status === 404 ? wrong.data.error.code : null;
  return { states, changed: since.rows.length, report: report.data, code };
}
`;
const OPTIONS = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext'];

describe('a client made from the OpenAPI document', () => {
  it('compiles and pulls a report over real HTTP', async () => {
    const hub = await makeHub(await openNew());
    await hub.app.listen({ host: '127.0.0.1', port: 0 });
    const base = `http://127.0.0.1:${(hub.app.server.address() as AddressInfo).port}`;
    const device = await hub.enrol();
    await hub.push(device, [await device.sign(checkRunEvent(MEETING, [passed('camera')]), START)]);
    const document = await (await fetch(`${base}/api/openapi.json?lang=en`)).text();
    writeFileSync(join(folder, 'openapi.json'), document);
    writeFileSync(join(folder, 'client.ts'), await generateSource(join(folder, 'openapi.json')));
    writeFileSync(join(folder, 'use.ts'), USE);
    const tsc = join(root, 'node_modules', '.bin', 'tsc');
    const compile = ['--ignoreConfig', ...OPTIONS, '--allowImportingTsExtensions', join(folder, 'use.ts')];
    execFileSync(tsc, compile, { encoding: 'utf8', stdio: 'pipe' });
    const outfile = join(folder, 'use.mjs');
    buildSync({ entryPoints: [join(folder, 'use.ts')], outfile, bundle: true, platform: 'node', format: 'esm' });
    const { pull } = (await import(pathToFileURL(outfile).href)) as {
      pull: (
        ...args: string[]
      ) => Promise<{ states: string[]; changed: number; report: { rows: unknown[] }; code: string }>;
    };
    const now = hub.clock.ms;
    const scopes = ['reports:read', 'readiness:read'] as const;
    const token = await issueApiToken(hub.db, { name: 'bang-tin', scopes, now, expiresAt: now + 1000 });
    const pulled = await pull(base, token, MEETING);
    expect(pulled.states).toHaveLength(2);
    expect(pulled.states.find((state) => state.startsWith(POINT))).not.toContain('no-data');
    expect([pulled.changed, pulled.report.rows.length, pulled.code]).toEqual([0, 2, 'meeting-unknown']);
  });
});
