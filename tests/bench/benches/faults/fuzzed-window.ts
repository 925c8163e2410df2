import fc from 'fast-check';
import { answerRequest, type RequestHandlers } from '../../../../electron/shell/answer-request.ts';
import type { SenderFrame } from '../../../../electron/shell/ipc.ts';
import { serviceHandlers } from '../../../../electron/shell/service-handlers.ts';
import { REQUESTS, resultOf } from '../../../../shared/ipc-contract.ts';
import { REQUEST_NAMES, type RequestName } from '../../../../shared/ipc-names.ts';
import { type FaultClass, tell } from './fault-class.ts';
import { createGrowth } from './fuzz/growth.ts';
import { mutated } from './fuzz/mutated.ts';
import { hostilePoint } from './fuzz/point-world.ts';
import { type KnownValues, validValue } from './fuzz/valid-value.ts';
import { openPoint } from './stage.ts';

const ORIGIN = 'app://point';
const OURS: SenderFrame = { url: `${ORIGIN}/point.html`, parent: null };
const FOREIGN: readonly (SenderFrame | null)[] = [
  null,
  { url: 'https://evil.example/', parent: null },
  { url: `${ORIGIN}.evil.example/point.html`, parent: null },
  { url: `${ORIGIN}@evil.example/`, parent: null },
  { url: `${ORIGIN}/point.html`, parent: OURS },
  { url: 'about:blank', parent: null },
  { url: '', parent: null },
];
const HANG_MS = 20_000;
const OF_EACH = 20;
const MOST_GROWTH_MB = 32;

/** Every request of the window is asked everything, by our page and by others. A request that is added to the contract is asked too. */
export const fuzzedWindow: FaultClass = {
  unit: 'fuzzed requests of the window',
  full: 20_000,
  usualMinutes: 1,
  small: 400,
  async run(times) {
    const stage = await hostilePoint();
    const growth = createGrowth();
    const bad = { 'failed unexpectedly': 0, 'against its contract': 0, unanswered: 0, 'let in': 0, 'MB grown over': 0 };
    const note = (key: keyof typeof bad, what: string) => {
      bad[key] += 1;
      tell(`${key}: ${what}`);
    };
    const point = await openPoint(stage.dir, 'http://127.0.0.1:9');
    const handlers: RequestHandlers = { ...unattended(), ...serviceHandlers(point) };
    const names = REQUEST_NAMES;
    const asked = names.map((name) => fc.tuple(fc.constant(name), argumentsOf(name, stage.known), senders()));
    let tried = 0;
    try {
      for (let round = 1; tried < times; round += 1) {
        const lists = asked.map((of, index) => fc.sample(of, { numRuns: OF_EACH, seed: round * 1000 + index }));
        for (const [name, raw, frame] of lists.flat().slice(0, times - tried)) {
          tried += 1;
          const trusted = frame === OURS;
          const bugs: unknown[] = [];
          const options = { origin: ORIGIN, onBug: (_: RequestName, error: unknown) => void bugs.push(error) };
          const answer = await within(answerRequest(name, handlers, options, { frame, raw }));
          const what = () => `${name} ${shown(raw)}`;
          if (answer === null) note('unanswered', what());
          if (bugs.length > 0) note('failed unexpectedly', `${what()} ${(bugs[0] as Error).stack?.slice(0, 900)}`);
          if (answer !== null && !resultOf(REQUESTS[name].value).safeParse(answer).success)
            note('against its contract', `${what()} ${shown(answer)}`);
          if (!trusted && (answer?.ok || answer?.error.code !== 'window-untrusted')) note('let in', what());
        }
        growth.look(tried / times);
      }
    } finally {
      await point.close();
      stage.remove();
    }
    const grown = growth.megabytes();
    if (grown > MOST_GROWTH_MB) bad['MB grown over'] = grown;
    tell(`${tried} fuzzed requests of the window; memory grew by ${grown} MB`);
    return { tried, bad };
  },
};

function argumentsOf(name: RequestName, known: KnownValues): fc.Arbitrary<unknown> {
  return mutated(validValue(REQUESTS[name].args, known));
}

function senders(): fc.Arbitrary<SenderFrame | null> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(OURS) }, { weight: 1, arbitrary: fc.constantFrom(...FOREIGN) });
}

/** What only the shell around the service can do: its arguments are checked all the same. */
function unattended(): Pick<
  RequestHandlers,
  | 'app:info'
  | 'app:choose-role-again'
  | 'app:set-appearance'
  | 'checks:measure'
  | 'checks:cancel'
  | 'minutes:save'
  | 'support:export'
  | 'support:places'
  | 'crash:keep'
  | 'crash:seen'
  | 'reminders:snooze'
  | 'update:state'
  | 'update:install'
  | 'update:postpone'
  | 'unattended:finished'
> {
  const refused = () => ({ ok: false, error: { code: 'cancelled', values: {} } }) as const;
  return {
    'app:info': refused,
    'app:choose-role-again': refused,
    'app:set-appearance': refused,
    'checks:measure': refused,
    'checks:cancel': refused,
    'minutes:save': refused,
    'support:export': refused,
    'support:places': refused,
    'crash:keep': refused,
    'crash:seen': refused,
    'reminders:snooze': refused,
    'update:state': refused,
    'update:install': refused,
    'update:postpone': refused,
    'unattended:finished': refused,
  };
}

async function within<T>(answer: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), HANG_MS);
  });
  try {
    return await Promise.race([answer, hang]);
  } finally {
    clearTimeout(timer);
  }
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value).slice(0, 500);
  } catch {
    return String(typeof value);
  }
}
