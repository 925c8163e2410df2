import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptLocale, supportPlaces } from '../../../electron/shell/support-places.ts';
import { appErr } from '../../../shared/errors.ts';
import { supportLines } from '../../../shared/support-lines.ts';

describe('what support is told of data that cannot be opened', () => {
  let folder: string;
  const keep = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const places = () => supportPlaces(folder, 'point', '1.2.3');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'support-places-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the version, the folder and the log, also of a machine that has nothing yet', () => {
    const logFile = join(folder, 'logs', 'point.log');
    expect(places()).toEqual({ version: '1.2.3', dataDir: folder, logFile, hotline: null });
    expect(keptLocale(folder)).toBe('vi');
  });

  it('is the hotline too where the province once said it, and the language chosen here', () => {
    keep('feed.json', JSON.stringify({ feed: { hub: { hotline: '0269 300 0000' } }, at: 'of another version' }));
    keep('settings.json', JSON.stringify({ locale: 'en' }));
    expect(places().hotline).toBe('0269 300 0000');
    expect(keptLocale(folder)).toBe('en');
  });

  it.each(['', '{', 'null', '{"feed":null}', '{"feed":{"hub":{"hotline":""}}}'])(
    'takes “%s” for nothing said',
    (text) => {
      keep('feed.json', text);
      keep('settings.json', text);
      expect(places().hotline).toBeNull();
      expect(keptLocale(folder)).toBe('vi');
    },
  );

  it('begins with whom to call, where that is known', () => {
    const names = (hotline: string | null) =>
      supportLines(appErr('journal-corrupt').error, { ...places(), hotline }).map(({ name, value }) => [name, value]);
    expect(names(null).slice(0, 2)).toEqual([
      ['code', 'journal-corrupt'],
      ['version', '1.2.3'],
    ]);
    expect(names('0269 300 0000')[0]).toEqual(['hotline', '0269 300 0000']);
  });
});
