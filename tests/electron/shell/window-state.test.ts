import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowStateIn } from '../../../electron/shell/window-state.ts';

const SCREEN = { x: 0, y: 0, width: 1366, height: 768 };
const BOUNDS = { x: 100, y: 50, width: 1200, height: 700 };

describe('the window remembers where it was', () => {
  let folder: string;
  const store = () => windowStateIn(join(folder, 'window-state.json'));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'window-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('comes back where it was closed', () => {
    store().save(BOUNDS);
    expect(store().load([SCREEN])).toEqual(BOUNDS);
  });

  it('does not come back on a screen that is gone', () => {
    store().save({ ...BOUNDS, x: 3000 });
    expect(store().load([SCREEN])).toBeNull();
  });

  it('takes no file, or one it cannot read, for none', () => {
    expect(store().load([SCREEN])).toBeNull();
    writeFileSync(join(folder, 'window-state.json'), '{"x":');
    expect(store().load([SCREEN])).toBeNull();
  });

  it('keeps how it looks beside where it was, and takes no other word for a look', () => {
    expect(store().appearance()).toBe('system');
    store().save(BOUNDS);
    store().keepAppearance('dark');
    store().save({ ...BOUNDS, x: 120 });
    expect(store().appearance()).toBe('dark');
    expect(store().load([SCREEN])).toEqual({ ...BOUNDS, x: 120 });
    writeFileSync(join(folder, 'window-state.json'), '{"appearance":"pink"}');
    expect(store().appearance()).toBe('system');
  });

  it('lets the window close when it cannot write', () => {
    expect(() => windowStateIn(join(folder, 'no-such-folder', 'f.json')).save(BOUNDS)).not.toThrow();
  });
});
