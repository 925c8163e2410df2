import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosenRole, keepRole } from '../../../electron/shell/chosen-role.ts';
import { hubArguments, hubConfigOf, keepHubConfig, readHubConfig } from '../../../electron/shell/hub-config.ts';
import { presetHub } from '../../../electron/shell/preset-hub.ts';
import { publicUrlOf } from '../../../shared/protocol/setup.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-first-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what a machine was chosen to be', () => {
  it('is nothing at first, and kept once chosen', () => {
    expect(chosenRole(folder)).toBeNull();
    keepRole(folder, 'province');
    expect(chosenRole(folder)).toBe('province');
  });

  it('is said by what lies there where the answer is lost', () => {
    writeFileSync(join(folder, 'role.json'), '{"role":');
    expect(chosenRole(folder)).toBeNull();
    mkdirSync(join(folder, 'point'));
    writeFileSync(join(folder, 'point', 'enrolment.json'), '{}');
    expect(chosenRole(folder)).toBe('point');
  });
});

describe('the address a roll-out leaves', () => {
  it.each([
    ['an address', 'https://hop.tinh.vn:7443\r\n', 'https://hop.tinh.vn:7443'],
    ['one with a path', 'https://hop.tinh.vn/x', 'https://hop.tinh.vn'],
    ['no address', 'hop.tinh.vn', null],
    ['another scheme', 'file:///etc/passwd', null],
    ['nothing', '', null],
  ])('%s', (_name, text, address) => {
    writeFileSync(join(folder, 'hub-address.txt'), text);
    expect(presetHub(folder)).toBe(address);
  });

  it('may be missing', () => {
    expect(presetHub(folder)).toBeNull();
  });
});

describe('a province as it is founded', () => {
  const asked = {
    locale: 'vi',
    name: 'UBND tỉnh mẫu',
    hotline: '0269 300 0000',
    reach: 'network',
    address: 'hop.tinh.vn',
    port: 7443,
    username: 'quantri',
    password: 'mat-khau-dai',
  } as const;

  it('listens to all networks under the address points call, or stays on its machine', () => {
    const config = hubConfigOf(asked);
    expect(config && hubArguments(config)).toEqual([
      '--name=UBND tỉnh mẫu',
      '--hotline=0269 300 0000',
      '--host=0.0.0.0',
      '--port=7443',
      '--public-url=https://hop.tinh.vn:7443',
    ]);
    expect(hubConfigOf({ ...asked, reach: 'here' })).toMatchObject({ host: '127.0.0.1', publicUrl: null });
  });

  it('keeps no password, and is asked for again only while nothing is there', () => {
    expect(readHubConfig(folder)).toBeNull();
    const config = hubConfigOf(asked);
    if (config) keepHubConfig(folder, config);
    expect(readHubConfig(folder)).toEqual(config);
    expect(JSON.stringify(config)).not.toContain(asked.password);
  });

  it('runs as usual where a database lies without it', () => {
    writeFileSync(join(folder, 'hub.sqlite'), '');
    expect(readHubConfig(folder)).toBe('as-usual');
  });

  it.each(['', 'hop tinh', 'hop/tinh', 'a@b', 'x?y', 'x#y'])('refuses the address “%s”', (address) => {
    expect(publicUrlOf(address, 7443)).toBeNull();
  });
  it.each(['hop.tinh.vn', '10.0.0.5', '[fd00::1]'])('takes the address “%s”', (address) => {
    expect(publicUrlOf(address, 7443)).toBe(`https://${address}:7443`);
  });
});
