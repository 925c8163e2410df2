import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  desktopEntry,
  entryIn,
  moveEntry,
  startCommand,
  windowsArgument,
} from '../../../electron/shell/autostart-entry.ts';

const INSTALLED = { execPath: '/opt/Điểm Cầu/diem-cau', appImage: undefined, appPath: null, dataDir: null };

describe('the command that opens the point again', () => {
  it('is the executable in its role, with its folder only where one was named', () => {
    expect(startCommand(INSTALLED)).toEqual({ path: '/opt/Điểm Cầu/diem-cau', args: ['--role=point'] });
    expect(startCommand({ ...INSTALLED, dataDir: '/srv/điểm 1' }).args).toEqual(['--role=point', '--data=/srv/điểm 1']);
  });

  it('is the file a person started where that unpacks itself elsewhere each time', () => {
    expect(startCommand({ ...INSTALLED, appImage: '/home/a/DiemCau.AppImage' }).path).toBe('/home/a/DiemCau.AppImage');
  });

  it('names the application’s folder to a bare Electron', () => {
    expect(startCommand({ ...INSTALLED, appPath: '/src/app' }).args).toEqual(['/src/app', '--role=point']);
  });
});

describe('an autostart file', () => {
  it('quotes every argument', () => {
    expect(desktopEntry('Điểm Cầu', { path: '/opt/a b', args: ['--data=/x "y"', '100%', '$HOME'] })).toBe(
      [
        '[Desktop Entry]',
        'Type=Application',
        'Name=Điểm Cầu',
        'Exec="/opt/a b" "--data=/x \\\\"y\\\\"" "100%%" "\\\\$HOME"',
        'Terminal=false',
        '',
      ].join('\n'),
    );
  });

  let folder: string;
  const file = () => join(folder, 'autostart', 'point.desktop');
  const entry = () => entryIn(file(), () => 'Type=Application\n');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'autostart-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is not there until switched on, and gone when switched off', () => {
    expect(entry().isOn()).toBe(false);
    expect(entry().set(true).ok).toBe(true);
    expect(entry().isOn()).toBe(true);
    expect(readFileSync(file(), 'utf8')).toBe('Type=Application\n');
    expect(entry().set(false).ok).toBe(true);
    expect(entry().set(false).ok).toBe(true);
    expect(entry().isOn()).toBe(false);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('counts as off with %s', (line) => {
    mkdirSync(join(folder, 'autostart'));
    writeFileSync(file(), `Type=Application\n${line}\n`);
    expect(entry().isOn()).toBe(false);
    entry().set(true);
    expect(entry().isOn()).toBe(true);
  });

  it('is moved with its AppImage, unless somebody else wrote it', () => {
    const file = join(folder, 'moved.desktop');
    writeFileSync(file, 'old');
    moveEntry(file, 'old', 'new');
    moveEntry(file, 'old', 'newer');
    expect(readFileSync(file, 'utf8')).toBe('new');
    moveEntry(join(folder, 'none.desktop'), 'old', 'new');
    expect(existsSync(join(folder, 'none.desktop'))).toBe(false);
  });

  it('says so when it cannot be written', () => {
    writeFileSync(join(folder, 'autostart'), 'a file in the way');
    expect(entry().set(true)).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  });
});

/** As `CommandLineToArgvW` reads one argument that follows a space. */
function readByWindows(text: string): string {
  let out = '';
  let quoted = false;
  for (const [, slashes = '', rest = ''] of text.matchAll(/(\\*)("|[^\\"]|$)/g)) {
    if (rest !== '"') {
      out += slashes + rest;
      continue;
    }
    out += '\\'.repeat(Math.floor(slashes.length / 2));
    if (slashes.length % 2 === 1) out += '"';
    else quoted = !quoted;
  }
  return quoted ? 'the quotes do not close' : out;
}

describe('an argument for Windows', () => {
  it('is left alone where nothing needs quotes', () => {
    expect(windowsArgument('--data=C:\\du-lieu\\')).toBe('--data=C:\\du-lieu\\');
    expect(windowsArgument('--data=C:\\Dữ liệu\\')).toBe('"--data=C:\\Dữ liệu\\\\"');
  });

  it('is read back as it was, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom('\\', '"', ' ', 'a'), maxLength: 12 });
    fc.assert(
      fc.property(text, (argument) => {
        expect(readByWindows(windowsArgument(argument))).toBe(argument);
      }),
    );
  });
});
