/** `npm run -s province -- …`: the hub's and the console's commands, in plain Node. */
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { runInOurPlace } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';

await runMain(async () => {
  await prepare();
  return runInOurPlace(process.execPath, [
    '--enable-source-maps',
    join(root, 'dist', 'province-cli.js'),
    ...process.argv.slice(2),
  ]);
});
