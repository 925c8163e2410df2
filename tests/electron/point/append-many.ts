import { once } from 'node:events';
import { answerOf, openChain, unwrap } from './open-chain.ts';

/**
 * A process of its own that appends to a folder's journal: `append-many FOLDER NAME COUNT`. It says `ready`, starts when anything
 * comes on stdin, and prints each number once it is saved.
 */
const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const { journal } = await openChain(folder);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
for (let i = 0; i < Number(count); i += 1) {
  const { seq } = unwrap(await journal.append(answerOf('m1', `${name}-${i}`)));
  process.stdout.write(`${seq}\n`);
}
process.exit(0);
