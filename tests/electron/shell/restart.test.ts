import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseLaunch } from '../../../electron/shell/launch.ts';
import { launchAfterUpdate } from '../../../electron/shell/updates/after-update.ts';
import { keepRestart } from '../../../electron/shell/updates/restart.ts';
import { temporaryFolder } from '../point/folder.ts';

const APP_IMAGE = { APPIMAGE_SILENT_INSTALL: 'true' };
const launched = (home: string, args: readonly string[], env = {}) =>
  launchAfterUpdate(parseLaunch(args), home, args, env);

/** A home where a version began an update that was started with `args`, its data in `/d`. */
function homeAfter(args: readonly string[]): string {
  const home = join(temporaryFolder(), 'home');
  expect(keepRestart(home, { launch: parseLaunch(args), dataDir: '/d' }).ok).toBe(true);
  return home;
}

describe('the version that an installer starts', () => {
  it.each([
    ['Windows', ['--updated'], {}],
    ['an AppImage', [], APP_IMAGE],
  ] as const)('of %s opens the folder that the version before had open', (_name, args, env) => {
    const home = homeAfter(['--role=point', '--data=d']);
    expect(launched(home, args, env)).toMatchObject({ role: 'point', data: '/d', mode: { kind: 'interactive' } });
    // Also when it starts itself again.
    expect(launched(home, args, env)).toMatchObject({ data: '/d' });
  });

  it('opens the usual place where the version before did, or nothing is known', () => {
    expect(launched(homeAfter([]), ['--updated'])).toMatchObject({ role: null, data: null });
    expect(launched(temporaryFolder(), ['--updated'])).toMatchObject({ role: null, data: null });
    const home = temporaryFolder();
    writeFileSync(join(home, 'restart.json'), '{"role":');
    expect(launched(home, ['--updated'])).toMatchObject({ role: null, data: null });
  });

  it('is nobody that a person started, and does not overrule what was asked for', () => {
    const home = homeAfter(['--data=d']);
    expect(launched(home, [])).toMatchObject({ data: null });
    expect(launched(home, ['--updated', '--data=/other'])).toMatchObject({ data: '/other' });
  });

  it('is not begun where that cannot be kept', () => {
    const home = join(temporaryFolder(), 'file');
    writeFileSync(home, 'in the way');
    const kept = keepRestart(home, { launch: parseLaunch(['--data=d']), dataDir: '/d' });
    expect(kept).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  });
});
