import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { whyNotEmulated } from '../../../linkem/emulate.ts';

const whyNot = whyNotEmulated();
if (whyNot) console.warn(`skipped: ${whyNot}`);

const HERE = `dc-point-${process.pid}`;
const BEYOND = `dc-router-${process.pid}`;
const HUB = 'https://192.0.2.10:7443';
let folder = '';

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' });

/** The real steps of the real probe, with the network as their only world. */
function reach(): { step: string; cause: string } {
  const program = ['netns', 'exec', HERE, process.execPath, join(folder, 'reach-end.mjs'), HUB];
  return JSON.parse(execFileSync('ip', program, { encoding: 'utf8', timeout: 20_000 }));
}

describe.skipIf(whyNot !== null)('in a network of its own, the probe blames', () => {
  beforeAll(async () => {
    // Beside the packages that the program needs.
    const cache = fileURLToPath(new URL('../../../../node_modules/.cache/', import.meta.url));
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'dc-reach-'));
    await build({
      entryPoints: [fileURLToPath(new URL('reach-end.ts', import.meta.url))],
      outfile: join(folder, 'reach-end.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    for (const network of [HERE, BEYOND]) ip('netns', 'add', network);
    ip('-n', HERE, 'link', 'set', 'lo', 'up');
  });
  afterEach(() => {
    for (const network of [HERE, BEYOND]) ip('netns', 'del', network);
  });

  /** A cable between the point and a router, and the point's address. */
  function plugIn(): void {
    ip('-n', HERE, 'link', 'add', 'lan0', 'type', 'veth', 'peer', 'name', 'lan1', 'netns', BEYOND);
    ip('-n', HERE, 'link', 'set', 'lan0', 'up');
    ip('-n', BEYOND, 'link', 'set', 'lan1', 'up');
    ip('-n', HERE, 'addr', 'add', '10.77.0.2/24', 'dev', 'lan0');
  }

  it('the adapter, when there is none', () => {
    expect(reach()).toEqual({ step: 'adapter', cause: 'ENETUNREACH' });
  });

  it('the gateway, when no route leads out', () => {
    plugIn();
    expect(reach()).toEqual({ step: 'gateway', cause: 'ENETUNREACH' });
  });

  it('the gateway, when nobody answers where it should be', () => {
    plugIn();
    ip('-n', HERE, 'route', 'add', 'default', 'via', '10.77.0.1');
    expect(reach()).toEqual({ step: 'gateway', cause: '10.77.0.1' });
  });

  it('what is beyond the gateway, when that is there', () => {
    plugIn();
    ip('-n', BEYOND, 'addr', 'add', '10.77.0.1/24', 'dev', 'lan1');
    ip('-n', HERE, 'route', 'add', 'default', 'via', '10.77.0.1');
    expect(reach()).toEqual({ step: 'tcp', cause: 'ETIMEDOUT' });
  });

  it('what is beyond the gateway, also when that says that it knows no way', () => {
    plugIn();
    ip('-n', BEYOND, 'addr', 'add', '10.77.0.1/24', 'dev', 'lan1');
    ip('netns', 'exec', BEYOND, 'sysctl', '-w', 'net.ipv4.ip_forward=1');
    ip('-n', HERE, 'route', 'add', 'default', 'via', '10.77.0.1');
    expect(reach()).toEqual({ step: 'tcp', cause: 'ENETUNREACH' });
  });
});
