import fc from 'fast-check';
import { DOMAIN_ROWS } from '../../shared/attendance/domain-rows.ts';
import { PROPERTIES } from '../../shared/attendance/properties.ts';
import { isWalked } from '../../shared/attendance/row.ts';
import { atLeast, atMost, type Bench, type Figure } from '../bench.ts';
import { type CountedSignIn, countSignIn } from './people/counted-sign-in.ts';
import { type MeasuredScreens, measureScreens } from './people/measured-screens.ts';

const SEQUENCES = 100_000;
/** 11 at the point and 15 at the console, in two languages and two sizes. */
const SCREENS = 26 * 2 * 2;

/** What the product claims about people: the domain text walked, attendance fuzzed, the sign-in by keyboard. */
export const people: Bench = {
  about:
    'rows of the domain text walked, event sequences fuzzed, key actions to a signed-in leader, axe findings and clipped texts on every screen',
  usualSeconds: 240,
  async run(root) {
    return [...rows(), ...sequences(), ...signIn(await countSignIn(root)), ...screens(await measureScreens(root))];
  },
};

function rows(): Figure[] {
  const walked = DOMAIN_ROWS.filter(isWalked).length;
  return [atLeast('rows of the domain text walked', walked, 'rows', DOMAIN_ROWS.length)];
}

/** Every property gets its share; one that fails is counted and its counterexample told on stderr. */
function sequences(): Figure[] {
  const properties = Object.entries(PROPERTIES);
  const share = Math.ceil(SEQUENCES / properties.length);
  let fuzzed = 0;
  let broken = 0;
  for (const [name, property] of properties) {
    // Each property has arguments of its own; here only the verdict counts.
    const run = fc.check(property as fc.IProperty<unknown[]>, { numRuns: share });
    fuzzed += run.numRuns;
    if (!run.failed) continue;
    broken += 1;
    process.stderr.write(`${name}: ${fc.stringify(run.counterexample)} (seed ${run.seed})\n`);
  }
  return [
    atLeast('event sequences fuzzed', fuzzed, 'sequences', SEQUENCES),
    atMost('properties broken by a sequence', broken, 'properties', 0),
  ];
}

function signIn(counted: CountedSignIn | null): Figure[] {
  return [
    atMost('from opening the app to a signed-in leader, by keyboard', counted?.keyActions ?? null, 'key actions', 8),
    atMost('the same in time', counted?.seconds ?? null, 's', 20),
    atMost('axe findings on the way', counted?.axeFindings ?? null, 'findings', 0),
  ];
}

function screens(measured: MeasuredScreens | null): Figure[] {
  return [
    atLeast('screens measured: both languages, 1366x768 and 200 % zoom', measured?.screens ?? null, 'screens', SCREENS),
    atMost('axe findings on them', measured?.axeFindings.length ?? null, 'findings', 0),
    atMost('texts clipped on them', measured?.clippedTexts.length ?? null, 'texts', 0),
  ];
}
