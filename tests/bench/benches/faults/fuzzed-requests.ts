import fc from 'fast-check';
import { type DocumentedRoute, documentedRoutes } from '../../../../electron/province/http/documented.ts';
import { findPostgres, startPostgres } from '../../../support/postgres.ts';
import { type FaultClass, type FaultOutcome, tell } from './fault-class.ts';
import { type Answer, ask } from './fuzz/ask.ts';
import { isEntitled } from './fuzz/credentials.ts';
import { fileSamples } from './fuzz/file-samples.ts';
import { createGrowth } from './fuzz/growth.ts';
import { type HubMould, type HubWorld, makeHubMould } from './fuzz/hub-world.ts';
import { ownChain } from './fuzz/lines.ts';
import { requestsOf, type Tried } from './fuzz/requests.ts';

/** Of each route, before the province is furnished anew: what was asked before bears on what is asked after. */
const OF_EACH_ROUTE = 8;
/** Words of our inside: a stack, a statement, a file. */
const INSIDE = /\bat \S+ \(|node_modules|SQLITE_|\.ts:\d/;
const MOST_GROWTH_MB = 32;
/** As consoles and points do ask at once. */
const AT_ONCE = 6;

/** Every route of the hub is asked everything, by everybody. A route that is added is asked too. */
export const fuzzedRequests: FaultClass = {
  unit: 'fuzzed requests',
  full: 100_000,
  usualMinutes: 11,
  small: 400,
  run: async (times) => fuzz(await makeHubMould(), times),
};

/** The same on the other database: what SQLite bears, as any text in a column of numbers, a server may answer with an error. */
export const fuzzedOnPostgres: FaultClass = {
  unit: 'fuzzed requests on PostgreSQL',
  full: 10_000,
  usualMinutes: 3,
  small: 400,
  whyNot: () => (findPostgres() === null ? 'the Debian package postgresql is not installed' : null),
  async run(times) {
    const server = await startPostgres(findPostgres() ?? '');
    try {
      return await fuzz(await makeHubMould(server), times);
    } finally {
      await server.stop();
    }
  },
};

async function fuzz(mould: HubMould, times: number): Promise<FaultOutcome> {
  const samples = await fileSamples();
  const requests = (await routesOf(mould)).map((route) => requestsOf(route, mould.askers.known, samples));
  const bad = {
    'answered 5xx': 0,
    unanswered: 0,
    'let in without the right': 0,
    'inside told': 0,
    'MB grown over': 0,
  };
  const growth = createGrowth();
  const statuses: (number | null)[] = [];
  try {
    for (let round = 1; statuses.length < times; round += 1) {
      const world = await mould.world();
      const most = times - statuses.length;
      const some = await oneWorld(world, mould, { round, requests, most }, (key, what) => {
        bad[key] += 1;
        tell(`${key}: ${what}`);
      });
      statuses.push(...some);
      await world.close();
      growth.look(statuses.length / times);
    }
  } finally {
    mould.remove();
  }
  const grown = growth.megabytes();
  if (grown > MOST_GROWTH_MB) bad['MB grown over'] = grown;
  tell(`${statuses.length} fuzzed requests: ${tallied(statuses)}; memory grew by ${grown} MB`);
  return { tried: statuses.length, bad };
}

/** All there are, from the hub's own register. */
async function routesOf(mould: HubMould): Promise<readonly DocumentedRoute[]> {
  const world = await mould.world();
  const routes = [...documentedRoutes(world.app)];
  await world.close();
  return routes;
}

interface Round {
  /** Seeds what is asked: the same number asks the same. */
  readonly round: number;
  /** What may be asked of each route. */
  readonly requests: readonly fc.Arbitrary<Tried>[];
  readonly most: number;
}

type Note = (key: 'answered 5xx' | 'unanswered' | 'let in without the right' | 'inside told', what: string) => void;

async function oneWorld(
  world: HubWorld,
  { askers }: HubMould,
  { round, requests, most }: Round,
  note: Note,
): Promise<readonly (number | null)[]> {
  const chains = askers.devices.map((device, index) => ownChain(device, index === 1 ? '2' : '1'));
  const lists = requests.map((of, index) => fc.sample(of, { numRuns: OF_EACH_ROUTE, seed: round * 1000 + index }));
  const all = Array.from({ length: OF_EACH_ROUTE }, (_, turn) => lists.flatMap((list) => list[turn] ?? []));
  const statuses: (number | null)[] = [];
  for (const together of chunksOf(all.flat().slice(0, most), AT_ONCE)) {
    const answers = await Promise.all(together.map((tried) => ask(world, tried, chains)));
    const failures = world.failures().join('\n');
    for (const [index, answer] of answers.entries()) {
      statuses.push(answer.status);
      const tried = together[index];
      if (tried) judge(answer, tried, note, failures);
    }
  }
  return statuses;
}

function chunksOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** How many were answered in which hundred: nothing deep is reached by what is refused at the door. */
function tallied(statuses: readonly (number | null)[]): string {
  const hundreds = new Map<string, number>();
  for (const status of statuses) {
    const name = status === null ? 'none' : `${Math.floor(status / 100)}xx`;
    hundreds.set(name, (hundreds.get(name) ?? 0) + 1);
  }
  return [...hundreds].map(([name, count]) => `${name} ${count}`).join(', ');
}

function judge({ status, body }: Answer, tried: Tried, note: Note, failures: string): void {
  const { route, url, who } = tried;
  const what = () => `${route.method} ${url.slice(0, 300)} as ${JSON.stringify(who).slice(0, 100)} ${sentBy(tried)}`;
  if (status === null) note('unanswered', what());
  else if (status >= 500) note('answered 5xx', `${status} ${what()}\n${failures}`);
  if (INSIDE.test(body) && (status ?? 0) >= 400) note('inside told', `${what()} ${body.slice(0, 200)}`);
  if (status !== null && status < 400 && !isEntitled(who, route.doc.access))
    note('let in without the right', `${status} ${what()}`);
  if (Object.keys(Object.prototype).length > 0) throw new Error(`the prototype of all objects was changed: ${what()}`);
}

function sentBy({ body, events }: Tried): string {
  if (events !== null) return JSON.stringify(events).slice(0, 600);
  return body === null ? '' : `${body.type} ${body.bytes.toString('latin1').slice(0, 600)}`;
}
