import { expect, test } from 'vitest';
import { newPinCode } from '../../../electron/crypto/pin-code.ts';
import type { PointService } from '../../../electron/point/point-service.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { temporaryFolder } from './folder.ts';
import { handClock } from './hand-clock.ts';
import { unwrap } from './open-chain.ts';
import { openPoint } from './open-point.ts';
import { feedOf, type SmallHub, startSmallHub } from './small-hub.ts';

const PIN = '246810';
const NEW_PIN = '135791';
const HOUR = 3_600_000;

async function setting(pinSetup: 'free' | 'province-code' = 'free') {
  const hub = await startSmallHub();
  hub.feed = feedOf({ policy: { ...DEFAULT_POLICY, signIn: { ...DEFAULT_POLICY.signIn, pinSetup } } });
  const clock = handClock();
  const folder = temporaryFolder();
  const point = await openPoint(folder, { clock });
  unwrap(await point.enrol(hub.code()));
  const issue = (person: string, hours = 72) => issued(hub, person, clock.now(), hours);
  return { hub, clock, folder, point, issue };
}

/** The province puts a code into the feed; the point does not have it before it fetches. */
async function issued(hub: SmallHub, personId: string, now: number, hours: number) {
  const { code, salt, hash } = await newPinCode();
  const id = `code-${hub.feed.pinCodes.length + 1}-${personId}`;
  const one = { id, personId, salt, hash, issuedAt: now, expiresAt: now + hours * HOUR };
  hub.feed = { ...hub.feed, pinCodes: [...hub.feed.pinCodes.filter((old) => old.personId !== personId), one] };
  return { id, code };
}

async function outcome(result: Promise<{ ok: true } | { ok: false; error: { code: string } }>): Promise<string> {
  const answer = await result;
  return answer.ok ? 'ok' : answer.error.code;
}

const signIn = (point: PointService, pin: string) =>
  outcome(point.signIn({ meetingId: 'm1', personId: 'a', pin, substitution: null }));

test('a code of the province replaces a forgotten PIN, once, and the journal says so', async () => {
  const { hub, point, issue } = await setting();
  unwrap(await point.setPin('a', PIN));
  const { id, code } = await issue('a');
  // Typed without the blank; the point asks the province for a code that it does not have yet.
  unwrap(await point.setPin('a', NEW_PIN, code.replace(' ', '')));
  expect(await signIn(point, PIN)).toBe('pin-wrong');
  expect(await signIn(point, NEW_PIN)).toBe('ok');
  expect(await outcome(point.setPin('a', PIN, code))).toBe('pin-code-used');
  hub.feed = { ...hub.feed, pinCodes: [] };
  unwrap(await point.syncNow());
  expect(await outcome(point.setPin('a', PIN, code))).toBe('pin-code-used');
  expect(await signIn(point, NEW_PIN)).toBe('ok');
  const told = hub.stored.map(({ entry }) => entry.event).filter(({ type }) => type === 'pin-set');
  expect(told).toEqual([
    { type: 'pin-set', personId: 'a', byCode: null, replaced: false },
    { type: 'pin-set', personId: 'a', byCode: id, replaced: true },
  ]);
});

test('without a line the code that came before still works', async () => {
  const { hub, point, issue } = await setting();
  unwrap(await point.setPin('a', PIN));
  const { code } = await issue('a');
  unwrap(await point.syncNow());
  await hub.stop();
  unwrap(await point.setPin('a', NEW_PIN, code));
  expect(await signIn(point, NEW_PIN)).toBe('ok');
});

test('where the policy says so, a first PIN takes a code too', async () => {
  const { point, issue } = await setting('province-code');
  expect(unwrap(point.pinState('a'))).toMatchObject({ set: false, codeNeeded: true });
  expect(await outcome(point.setPin('a', PIN))).toBe('pin-code-needed');
  const { code } = await issue('a');
  unwrap(await point.setPin('a', PIN, code));
  expect(unwrap(point.pinState('a'))).toMatchObject({ set: true, codeNeeded: false });
  expect(await signIn(point, PIN)).toBe('ok');
});

test('a PIN is never replaced without a code, nor by the code of another person', async () => {
  const { point, issue } = await setting();
  unwrap(await point.setPin('a', PIN));
  expect(await outcome(point.setPin('a', NEW_PIN))).toBe('pin-already-set');
  const { code } = await issue('b');
  expect(await outcome(point.setPin('a', NEW_PIN, code))).toBe('pin-code-unknown');
  await issue('a');
  expect(await outcome(point.setPin('a', NEW_PIN, code))).toBe('pin-code-wrong');
  expect(await outcome(point.setPin('a', '12', code))).toBe('pin-weak');
  expect(await signIn(point, PIN)).toBe('ok');
});

test('an expired code is refused, and so is one that a newer one replaced', async () => {
  const { clock, point, issue } = await setting();
  const { code } = await issue('a', 1);
  unwrap(await point.syncNow());
  clock.advance(HOUR);
  expect(await outcome(point.setPin('a', PIN, code))).toBe('pin-code-expired');
  const newer = await issue('a');
  unwrap(await point.syncNow());
  expect(await outcome(point.setPin('a', PIN, code))).toBe('pin-code-wrong');
  unwrap(await point.setPin('a', PIN, newer.code));
});

test('guessing waits as it does with PINs, also after a restart; the right code clears the count', async () => {
  const { clock, folder, point, issue } = await setting();
  const { code } = await issue('a');
  const { wrongPinsBeforeWait, waitSeconds } = DEFAULT_POLICY.signIn;
  const guess = code === '1234 5678' ? '8765 4321' : '1234 5678';
  for (let i = 1; i < wrongPinsBeforeWait; i += 1) {
    expect(await outcome(point.setPin('a', PIN, guess))).toBe('pin-code-wrong');
  }
  expect(await point.setPin('a', PIN, guess)).toMatchObject({
    error: { code: 'pin-locked', values: { seconds: waitSeconds } },
  });
  await point.close();
  const again = await openPoint(folder, { clock });
  expect(await outcome(again.setPin('a', PIN, code))).toBe('pin-locked');
  clock.advance(waitSeconds * 1000);
  unwrap(await again.setPin('a', PIN, code));
});

test('many guesses at once are no more tries', async () => {
  const { point, issue } = await setting();
  const { code } = await issue('a');
  unwrap(await point.syncNow());
  const guess = code === '1234 5678' ? '8765 4321' : '1234 5678';
  const { wrongPinsBeforeWait } = DEFAULT_POLICY.signIn;
  const tries = Array.from({ length: 2 * wrongPinsBeforeWait }, () => outcome(point.setPin('a', PIN, guess)));
  const outcomes = await Promise.all(tries);
  expect(outcomes.filter((one) => one === 'pin-code-wrong')).toHaveLength(wrongPinsBeforeWait - 1);
});

test('the same code twice at the same moment works once', async () => {
  const { hub, point, issue } = await setting();
  unwrap(await point.setPin('a', PIN));
  const { code } = await issue('a');
  unwrap(await point.syncNow());
  const both = await Promise.all([outcome(point.setPin('a', NEW_PIN, code)), outcome(point.setPin('a', PIN, code))]);
  expect(both.sort()).toEqual(['ok', 'pin-code-used']);
  unwrap(await point.syncNow());
  expect(hub.stored.filter(({ entry }) => entry.event.type === 'pin-set')).toHaveLength(2);
});
