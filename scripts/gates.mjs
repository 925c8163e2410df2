/** `npm run typecheck` and `npm run lint`: the gates of the tests, without the tests. */
import { lintGates, runGates, typeGates } from './lib/gates.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { runMain, SetupError } from './lib/say.mjs';

await runMain(async () => {
  await ensurePackages();
  const gates = { types: typeGates, lint: lintGates }[process.argv[2] ?? ''];
  if (!gates) throw new SetupError('say which: types or lint');
  const { failed } = await runGates(gates);
  return failed === 0 ? 0 : 1;
});
