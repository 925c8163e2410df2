/**
 * `npm run screens [-- FILE …]`: a picture of every screen in both languages at 1366x768, light, dark, in high contrast
 * and in the system's own colours, into `test-output/screens`, each gone over by axe and for clipped text. For people to look at, one by one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { runMain, say } from './lib/say.mjs';

const LOOKS = ['light', 'dark', 'contrast', 'forced'];
const SCREENS = [
  'tests/renderer/people-',
  'tests/renderer/point-',
  'tests/renderer/province-',
  'tests/renderer/setup-',
  'tests/renderer/gallery',
];

await runMain(async () => {
  await prepare();
  const chosen = process.argv.slice(2);
  let worst = 0;
  for (const look of LOOKS) {
    const child = spawn(
      join(root, 'node_modules', '.bin', 'vitest'),
      ['run', ...(chosen.length > 0 ? chosen : SCREENS)],
      { cwd: root, stdio: 'inherit', env: { ...process.env, DIEM_CAU_SYSTEM_LOOK: look } },
    );
    const [code] = await once(child, 'close');
    worst = Math.max(worst, code ?? 1);
    say(`${look}: test-output/screens/${look}`);
  }
  return worst;
});
