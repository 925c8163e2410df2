import { ensureDebianPackages } from '../../../scripts/lib/debian.mjs';
import { findPostgres, startPostgres } from '../../support/postgres.ts';
import { atLeast, atMost, type Bench, type Figure, missing, none } from '../bench.ts';
import { cleanUpWhenTold } from '../fleet/clean-up.ts';
import { startGenerator } from '../fleet/province.ts';
import { type FleetCase, type Measured, runFleet } from '../fleet/run.ts';

const MINUTE_MS = 60_000;
/** A whole country, a province, and as many as may ever be. */
const FEW = 135;
const COUNTRY = 3_321;
const MANY = 50_000;

const CASES = {
  few: { points: FEW, rounds: 20, spreadMs: 0, direct: false },
  meeting: { points: COUNTRY, rounds: 1, spreadMs: MINUTE_MS, direct: false },
  country: { points: COUNTRY, rounds: 1, spreadMs: 0, direct: true },
  // One in five sends, so that it ends in reasonable time; the figure is the cost of an entry among so many points.
  many: { points: MANY, senders: MANY / 5, rounds: 1, spreadMs: 0, direct: false },
} as const satisfies Record<string, FleetCase>;

const TITLES = {
  few: `${FEW} points`,
  meeting: `${COUNTRY} points in a minute`,
  country: `${COUNTRY} points`,
  many: `${MANY} points of which ${MANY / 5} send`,
} as const satisfies Record<keyof typeof CASES, string>;

/** Hubs on each database. */
const DATABASES = { sqlite: 1, postgres: 2 } as const;
type Database = keyof typeof DATABASES;
type CaseName = keyof typeof CASES;

/** What is run: the databases and cases that are named, all where none is. Null: a name that is neither. */
function chosen(
  profile: string | null,
): { readonly databases: readonly Database[]; readonly cases: readonly CaseName[] } | null {
  const all = { databases: Object.keys(DATABASES) as Database[], cases: Object.keys(CASES) as CaseName[] };
  const names = profile?.split(',') ?? [];
  if (names.some((name) => !(name in DATABASES) && !(name in CASES))) return null;
  const named = <Name extends string>(of: readonly Name[]) => {
    const found = of.filter((name) => names.includes(name));
    return found.length > 0 ? found : of;
  };
  return { databases: named(all.databases), cases: named(all.cases) };
}

export const fleet: Bench = {
  about: `${FEW}, ${COUNTRY} and ${MANY} points send a meeting's record to SQLite and to PostgreSQL with two hubs; --points N: so many only; --profile: a part after commas, of sqlite, postgres, ${Object.keys(CASES).join(', ')}`,
  usualSeconds: 900,
  options: ['profile', 'points'],
  async run(root, { profile, points }) {
    const choice = chosen(profile);
    if (choice === null)
      return [missing(`profile ${profile}`, [...Object.keys(DATABASES), ...Object.keys(CASES)].join(', '))];
    const generator = startGenerator(root);
    const endCleaning = cleanUpWhenTold();
    try {
      const figures: Figure[] = [];
      for (const database of choice.databases)
        figures.push(...(await onDatabase(root, generator, database, points ?? choice.cases)));
      return figures;
    } finally {
      generator.stop();
      endCleaning();
    }
  },
};

async function onDatabase(
  root: string,
  generator: ReturnType<typeof startGenerator>,
  database: Database,
  what: number | readonly CaseName[],
): Promise<Figure[]> {
  if (database === 'postgres') await ensureDebianPackages(['tests'], 'for the fleet on PostgreSQL');
  const bin = database === 'postgres' ? findPostgres() : null;
  if (database === 'postgres' && bin === null)
    return [missing('PostgreSQL', 'the Debian package postgresql is missing')];
  const server = bin === null ? null : await startPostgres(bin, { durable: true });
  const hubs = DATABASES[database];
  const run = async (name: string, one: FleetCase) => {
    process.stderr.write(`${database}: ${name}, ${one.points} points …\n`);
    const measured = await runFleet(root, generator, server?.newDatabase, hubs, one);
    process.stderr.write(`${JSON.stringify(measured)}\n`);
    return measured;
  };
  try {
    if (typeof what === 'number')
      return figuresOf(database, `${what} points`, await run('as fast as taken', { ...CASES.country, points: what }));
    const measured = new Map<CaseName, Measured>();
    for (const name of what) measured.set(name, await run(name, CASES[name]));
    return [
      ...[...measured].flatMap(([name, one]) => figuresOf(database, TITLES[name], one)),
      ...barsOf(database, measured),
    ];
  } finally {
    await server?.stop();
  }
}

/** Receipts while a whole country's meeting begins, and what an entry costs among many points. */
function barsOf(database: Database, measured: ReadonlyMap<CaseName, Measured>): Figure[] {
  const [few, meeting, many] = [measured.get('few'), measured.get('meeting'), measured.get('many')];
  const within = `${database}: ${COUNTRY} points in a minute, send to receipt, p99`;
  const cost = `${database}: cost of an entry at ${MANY} points by that at ${FEW}`;
  return [
    ...(meeting ? [atMost(within, meeting.receiptP99Ms, 'ms', 1000)] : []),
    ...(few && many ? [atMost(cost, few.perSecond / many.perSecond, '×', 1.5)] : []),
  ];
}

function figuresOf(database: Database, what: string, measured: Measured): Figure[] {
  const of = (name: string) => `${database}: ${what}, ${name}`;
  const { direct, perSecond } = measured;
  const against = (directly: number) => (100 * perSecond) / directly;
  return [
    none(of('entries lost'), measured.lost, 'entries'),
    none(of('entries doubled'), measured.doubled + measured.notNew, 'entries'),
    none(of('pushes without a receipt'), measured.failed, 'pushes'),
    told(of('entries a second'), measured.perSecond, '1/s'),
    told(of('send to receipt, p50'), measured.receiptP50Ms, 'ms'),
    told(of('send to receipt, p99'), measured.receiptP99Ms, 'ms'),
    told(of('send to visible on a console, p50'), measured.visibleP50Ms, 'ms'),
    told(of('send to visible on a console, p99'), measured.visibleP99Ms, 'ms'),
    told(of("a hub's memory at most"), measured.peakMb, 'MB'),
    told(of("hubs' processor time for an entry"), measured.processorMicros, 'µs'),
    ...(direct === null
      ? []
      : [
          told(of('inserting the same rows directly, entries a second'), direct.pushByPush, '1/s'),
          atLeast(of('as against inserting the same rows directly, push by push'), against(direct.pushByPush), '%', 40),
          told(of('as against inserting them 64 pushes at once'), against(direct.gathered), '%'),
        ]),
  ];
}

/** Without a bar of its own: it must only have been measured. */
function told(name: string, value: number | null, unit: string): Figure {
  return { ...atLeast(name, value, unit, 0), bar: 'measured' };
}
