import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Admission, type AdmissionRules, openAdmission } from '../../../electron/province/link/admission.ts';
import { keepSessions, type LinkSessions } from '../../../electron/province/link/sessions.ts';
import { appErr } from '../../../shared/errors.ts';
import type { LinkAnswer, LinkRates } from '../../../shared/protocol/link-session.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type HandClock, handClock } from '../point/hand-clock.ts';

const RULES: AdmissionRules = {
  hubLineMbps: { down: 100, up: 100 },
  pointMbps: { down: 50, up: 50 },
  mostAtOnce: 10,
  mostWaiting: 100,
};
/** Longer than the hub holds an answer back. */
const HELD_MS = 4_000;
const SOON_MS = 250;
const LAPSED_MS = 5_001;

let clock: HandClock;
let sessions: LinkSessions;
let admission: Admission;

function open(change: Partial<AdmissionRules> = {}): void {
  sessions = keepSessions({ most: 1_000, lifeMs: 60_000 });
  admission = openAdmission({
    clock,
    rules: async () => ({ ...RULES, ...change }),
    responder: {
      grant(lease) {
        const session = sessions.start(lease);
        if (!session) return appErr('hub-busy');
        const rest = { key: session.key.toString('base64url'), udpPort: 1, tcpPort: 1, lifeMs: 60_000, maxBytes: 1 };
        return ok({ id: session.id, ...rest, ...(lease && { mostMbps: lease.mostMbps() }) });
      },
      end: (id) => sessions.find(id)?.end(),
    },
  });
}

beforeEach(() => {
  clock = handClock(0);
  open();
});
afterEach(() => {
  admission.stop();
  sessions.endAll();
});

/** Lets what was resolved be taken in. */
const settled = () => new Promise((done) => setImmediate(done));

type Asked = { answer: Result<LinkAnswer> | null; readonly gone: AbortController };

async function ask(device: string, ticket?: string, wantMbps?: LinkRates): Promise<Asked> {
  const asked: Asked = { answer: null, gone: new AbortController() };
  const question = { ...(ticket && { ticket }), ...(wantMbps && { wantMbps }) };
  void admission.ask(device, question, asked.gone.signal).then((answer) => {
    asked.answer = answer;
  });
  await settled();
  return asked;
}

/** The first place, which is told soon. */
async function placeOf(asked: Asked): Promise<{ ticket: string; place: number; estimateMs: number }> {
  if (!asked.answer) clock.advance(SOON_MS);
  await settled();
  if (!asked.answer?.ok || !('waiting' in asked.answer.value)) throw new Error('it does not wait');
  return asked.answer.value.waiting;
}

const isGranted = ({ answer }: Asked) => answer?.ok === true && 'id' in answer.value;

describe('the hub’s line', () => {
  it('is shared out until it is full; the next one is let in when a session ends', async () => {
    const first = await ask('a');
    const second = await ask('b');
    const third = await ask('c');
    expect([first, second, third].map(isGranted)).toEqual([true, true, false]);
    expect(admission.stats()).toEqual({ testing: 2, waiting: 1, takenMbps: { down: 100, up: 100 } });
    admission.leave('a');
    await settled();
    expect(isGranted(third)).toBe(true);
  });

  it('is never shared out beyond itself, whatever is asked, changed and given back', async () => {
    const rate = fc.integer({ min: 1, max: 80 });
    const rates = fc.record({ down: rate, up: rate });
    const device = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('ask' as const), device, rates }),
      fc.record({ kind: fc.constant('need' as const), device, rates }),
      fc.record({ kind: fc.constant('leave' as const), device, rates }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        open();
        for (const { kind, device: who, rates: wanted } of steps) {
          if (kind === 'ask') await ask(who, undefined, wanted);
          else if (kind === 'need') admission.need(who, wanted);
          else admission.leave(who);
          await settled();
          const { takenMbps, testing } = admission.stats();
          expect(takenMbps.down).toBeLessThanOrEqual(100);
          expect(takenMbps.up).toBeLessThanOrEqual(100);
          expect(testing).toBe(sessions.count());
          // It stands idle only when nobody waits for it.
          if (testing === 0) expect(admission.stats().waiting).toBe(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lets in others beside a test that says it needs less', async () => {
    await ask('a');
    await ask('b');
    const third = await ask('c', undefined, { down: 20, up: 20 });
    expect(isGranted(third)).toBe(false);
    expect(admission.need('a', { down: 25, up: 10 })).toEqual(ok({ down: 25, up: 10 }));
    await settled();
    expect(isGranted(third)).toBe(true);
    // More again only as far as there is room.
    expect(admission.need('a', { down: 50, up: 50 })).toEqual(ok({ down: 30, up: 30 }));
  });

  it('gives a point no more than the policy’s most, and one that knows its need just that', async () => {
    expect((await ask('a', undefined, { down: 9_000, up: 5 })).answer).toMatchObject({
      value: { mostMbps: { down: 50, up: 5 } },
    });
  });

  it('bears a point that may take more than the whole line', async () => {
    open({ hubLineMbps: { down: 8, up: 4 } });
    expect((await ask('a')).answer).toMatchObject({ value: { mostMbps: { down: 8, up: 4 } } });
  });
});

describe('the queue', () => {
  it('is first come, first served, and nobody is passed over for being large', async () => {
    const line = [await ask('a'), await ask('b')];
    const large = await ask('large');
    const small = await ask('small', undefined, { down: 1, up: 1 });
    admission.need('a', { down: 1, up: 1 });
    await settled();
    expect([isGranted(large), isGranted(small)]).toEqual([false, false]);
    admission.leave('b');
    await settled();
    expect([isGranted(large), isGranted(small)]).toEqual([true, true]);
    expect(line.every(isGranted)).toBe(true);
  });

  it('tells a newcomer its place soon, and then holds its answers', async () => {
    await ask('a');
    await ask('b');
    const asked = await ask('c');
    const { ticket, place } = await placeOf(asked);
    expect(place).toBe(1);
    const again = await ask('c', ticket);
    clock.advance(HELD_MS - 1);
    await settled();
    expect(again.answer).toBeNull();
    clock.advance(1);
    await settled();
    expect(again.answer).toMatchObject({ ok: true, value: { waiting: { ticket, place: 1 } } });
  });

  it('moves up, and learns how long a place takes', async () => {
    open({ pointMbps: RULES.hubLineMbps });
    const TEST_MS = 3_000;
    await ask('0');
    const tickets = new Map<string, string>();
    for (const device of ['1', '2', '3', '4', '5']) tickets.set(device, (await placeOf(await ask(device))).ticket);
    for (const turn of [1, 2, 3]) {
      const asked = new Map<string, Asked>();
      for (const [device, ticket] of tickets) asked.set(device, await ask(device, ticket));
      clock.advance(TEST_MS);
      admission.leave(String(turn - 1));
      await settled();
      expect([...asked].filter(([, one]) => isGranted(one)).map(([device]) => device)).toEqual([String(turn)]);
      tickets.delete(String(turn));
      clock.advance(HELD_MS - TEST_MS);
      await settled();
    }
    const last = await ask('5', tickets.get('5'));
    clock.advance(HELD_MS);
    expect(await placeOf(last)).toMatchObject({ place: 2 });
    // Each place took the three seconds of a test and the one until it was asked for again.
    const { estimateMs } = await placeOf(last);
    expect(estimateMs).toBeGreaterThan(TEST_MS);
    expect(estimateMs).toBeLessThan(2 * HELD_MS);
  });

  it('keeps the place of one who is between two asks, without keeping the others waiting', async () => {
    await ask('a');
    await ask('b');
    const { ticket } = await placeOf(await ask('c'));
    const behind = await ask('d');
    admission.leave('a');
    await settled();
    expect(isGranted(behind)).toBe(true);
    const back = await ask('c', ticket);
    expect(isGranted(back)).toBe(false);
    admission.leave('b');
    await settled();
    expect(isGranted(back)).toBe(true);
  });

  it('frees the place of one who goes away', async () => {
    await ask('a');
    await ask('b');
    const gone = await ask('c');
    const { ticket, place } = await placeOf(await ask('d'));
    expect(place).toBe(2);
    const asking = await ask('c', (await placeOf(gone)).ticket);
    asking.gone.abort();
    await settled();
    expect(asking.answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    clock.advance(LAPSED_MS - 1_000);
    const kept = await ask('d', ticket);
    clock.advance(HELD_MS);
    expect(await placeOf(kept)).toMatchObject({ place: 1 });
  });

  it('gives a device one place: a new ask takes it over, the old one is told', async () => {
    await ask('a');
    await ask('b');
    const { ticket: behind } = await placeOf(await ask('x'));
    const { ticket: old } = await placeOf(await ask('c'));
    await ask('x', behind);
    const taking = await ask('c');
    expect((await ask('c', old)).answer).toMatchObject({ ok: false, error: { code: 'hub-busy' } });
    expect(admission.stats().waiting).toBe(2);
    expect(await placeOf(taking)).toMatchObject({ place: 2 });
  });

  it('has an end: then the hub says that it is busy', async () => {
    open({ mostWaiting: 1 });
    await ask('a');
    await ask('b');
    await ask('c');
    expect((await ask('d')).answer).toMatchObject({ ok: false, error: { code: 'hub-busy' } });
  });
});

describe('a session', () => {
  it('is the only one of its device: a new ask ends the one before', async () => {
    await ask('a');
    expect(isGranted(await ask('a'))).toBe(true);
    expect(sessions.count()).toBe(1);
    expect(admission.stats().takenMbps).toEqual({ down: 50, up: 50 });
  });

  it('whose grant was lost on the way is granted again without queueing twice', async () => {
    await ask('a');
    await ask('b');
    const { ticket } = await placeOf(await ask('c'));
    const lost = await ask('c', ticket);
    const behind = await ask('d');
    admission.leave('a');
    await settled();
    expect(isGranted(lost)).toBe(true);
    expect(isGranted(await ask('c', ticket))).toBe(true);
    expect(isGranted(behind)).toBe(false);
  });

  it('gives its share back however it ends', async () => {
    const { answer } = await ask('a');
    if (answer?.ok && 'id' in answer.value) sessions.find(answer.value.id)?.end();
    expect(admission.stats()).toMatchObject({ testing: 0, takenMbps: { down: 0, up: 0 } });
    expect(admission.need('a', { down: 1, up: 1 })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

it('sends everybody away when the hub ends', async () => {
  await ask('a');
  await ask('b');
  const waiting = await ask('c');
  admission.stop();
  await settled();
  expect(waiting.answer).toMatchObject({ ok: false, error: { code: 'hub-busy' } });
});
