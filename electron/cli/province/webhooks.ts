import { HOOK_EVENTS, hookEvent } from '../../../shared/protocol/webhooks.ts';
import type { Result } from '../../../shared/result.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import type { Db } from '../../province/db/schema.ts';
import {
  addWebhook,
  describeDeliveries,
  describeWebhooks,
  removeWebhook,
  replaceSecret,
  replay,
  setRunning,
  testWebhook,
} from '../../province/webhooks/manage.ts';
import { createSender } from '../../province/webhooks/send.ts';
import { CliError, type Command, EXIT, failed, parseCommand, printJson, printLine, required } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OF_ONE = { ...STORE_OPTIONS, id: { type: 'string' } } as const;
const doing = () => ({ actor: ACTOR, now: Date.now() });

export const addHook: Command = {
  usage: `${STORE_USAGE} --url URL --event ${HOOK_EVENTS.join('|')} …`,
  summary: 'Tells another system (HTTPS, or HTTP on this machine) what happens; prints its secret this once.',
  async run(argv) {
    const options = { ...STORE_OPTIONS, url: { type: 'string' }, event: { type: 'string', multiple: true } } as const;
    const { values } = parseCommand(argv, options);
    const events = hookEvent
      .array()
      .min(1)
      .safeParse(values.event ?? []);
    if (!events.success) throw new CliError(`--event takes ${HOOK_EVENTS.join(', ')}`, EXIT.usage);
    const url = required('url', values.url);
    const made = await withStore(values, (db) => addWebhook(db, { url, events: events.data }, doing()));
    return tell(values.json, made, ({ id, secret }) => `${id}\t${secret}`);
  },
};

export const listHooks: Command = {
  usage: STORE_USAGE,
  summary: 'Lists the webhooks: whom they tell what, what waits and what was given up.',
  async run(argv) {
    const { values } = parseCommand(argv, STORE_OPTIONS);
    const webhooks = await withStore(values, (db) => describeWebhooks(db, Date.now()), 'look');
    if (values.json) printJson({ webhooks });
    for (const hook of values.json ? [] : webhooks) {
      const state = hook.stoppedBecause === null ? 'runs' : `stopped (${hook.stoppedBecause})`;
      printLine([hook.id, state, `${hook.waiting} waiting`, `${hook.dead} given up`, hook.url].join('\t'));
    }
    return EXIT.ok;
  },
};

export const listHookDeliveries: Command = {
  usage: `${STORE_USAGE} --id ID`,
  summary: 'Lists the recent messages of a webhook, the newest first.',
  async run(argv) {
    const { values } = parseCommand(argv, OF_ONE);
    const found = await withStore(values, (db) => describeDeliveries(db, required('id', values.id)), 'look');
    return tell(values.json, found, ({ deliveries }) =>
      deliveries
        .map((one) =>
          [one.position, formatDateTime(one.at), one.type, one.state, one.tries, one.outcome ?? ''].join('\t'),
        )
        .join('\n'),
    );
  },
};

export const removeHook = ofOne('Removes a webhook with all it had to tell.', (db, id) =>
  removeWebhook(db, id, doing()),
);
export const stopHook = ofOne('Stops a webhook; what waits stays.', (db, id) => setRunning(db, id, false, doing()));
export const startHook = ofOne('Starts a webhook again.', (db, id) => setRunning(db, id, true, doing()));
export const replaceHookSecret = ofOne(
  'Prints a new secret this once; the old one signs beside it for a day.',
  (db, id) => replaceSecret(db, id, doing()),
  ({ secret }) => secret,
);
export const replayHook = ofOne(
  'Tells again every message that was given up.',
  (db, id) => replay(db, id, null, doing()),
  ({ messages }) => String(messages),
);
export const testHook = ofOne(
  'Sends a test message at once.',
  async (db, id) => {
    const sender = createSender();
    const tested = await testWebhook({ db, clock: { now: Date.now }, sender }, id);
    await sender.close();
    return tested;
  },
  ({ delivered, outcome, ms }) => `${delivered ? 'delivered' : 'not delivered'}: ${outcome} (${ms} ms)`,
);

function ofOne<T>(
  summary: string,
  work: (db: Db, id: string) => Promise<Result<T>>,
  lineOf: (value: T) => string = () => 'done',
): Command {
  return {
    usage: `${STORE_USAGE} --id ID`,
    summary,
    async run(argv) {
      const { values } = parseCommand(argv, OF_ONE);
      const id = required('id', values.id);
      return tell(values.json, await withStore(values, (db) => work(db, id)), lineOf);
    },
  };
}

function tell<T>(json: boolean, answer: Result<T>, lineOf: (value: T) => string): number {
  if (!answer.ok) throw failed(answer.error);
  if (json) printJson(answer.value ?? { done: true });
  else printLine(lineOf(answer.value));
  return EXIT.ok;
}
