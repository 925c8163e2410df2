import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';

const UNIT = join(root, 'scripts', 'packaging', 'hub', 'diem-cau-hub.service');
const run = promisify(execFile);
const unit = readFileSync(UNIT, 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-service-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The command of the unit, on this machine's places. */
function execStart(options: string): readonly string[] {
  const [, line = ''] = /^ExecStart=(.*)$/m.exec(unit) ?? [];
  return line
    .replace('/usr/bin/node', process.execPath)
    .replace('/opt/diem-cau', root)
    .replace('/var/lib/diem-cau', join(folder, 'data'))
    .replace('$DIEM_CAU_OPTIONS', options)
    .split(' ');
}

describe('the unit of the hub', () => {
  it.runIf(existsSync('/usr/bin/systemd-analyze'))('says nothing that systemd does not know', async () => {
    // On a machine that has neither its user nor its folder.
    const here = join(folder, 'diem-cau-hub.service');
    writeFileSync(here, unit.replace('/usr/bin/node', process.execPath));
    const { stdout, stderr } = await run('systemd-analyze', ['verify', '--man=no', here]).catch((error) => error);
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes('diem-cau-hub.service'))).toEqual([]);
  });

  it('starts the hub with nothing but what a service has, and ends it in order', async () => {
    const [command = '', ...args] = execStart('--port 0 --json');
    const child = spawn(command, args, {
      cwd: folder,
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = once(child, 'close');
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { url } = JSON.parse(line) as { url: string };
    expect((await fetch(`${url}/api/health`)).ok).toBe(true);
    child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
  });
});
