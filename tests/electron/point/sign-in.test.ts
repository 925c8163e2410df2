import { expect, test } from 'vitest';
import type { PointService } from '../../../electron/point/point-service.ts';
import type { SignInRequest } from '../../../electron/point/sign-in.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { temporaryFolder } from './folder.ts';
import { type HandClock, handClock } from './hand-clock.ts';
import { unwrap } from './open-chain.ts';
import { openPoint } from './open-point.ts';
import { startSmallHub } from './small-hub.ts';

const PIN = '246810';
const SUBSTITUTION = {
  basis: 'authorisation' as const,
  documentNumber: '12/GUQ-UBND',
  signer: 'Đại biểu mẫu A',
  reason: 'Đi công tác',
};

async function enrolled(clock: HandClock = handClock(), dataDir = temporaryFolder()): Promise<PointService> {
  const hub = await startSmallHub();
  const point = await openPoint(dataDir, { clock });
  unwrap(await point.enrol(hub.code()));
  for (const person of ['a', 'b']) unwrap(await point.setPin(person, PIN));
  return point;
}

function request(change: Partial<SignInRequest> = {}): SignInRequest {
  return { meetingId: 'm1', personId: 'a', pin: PIN, substitution: null, ...change };
}

async function codeOf(result: Promise<{ ok: true } | { ok: false; error: { code: string } }>): Promise<string> {
  const answer = await result;
  return answer.ok ? 'ok' : answer.error.code;
}

test('the designated leader signs in with the PIN and is in the record', async () => {
  const point = await enrolled();
  const saved = unwrap(await point.signIn(request()));
  // After the enrolment and the two PINs.
  expect(saved.seq).toBe(4);
  expect(point.state().records.m1?.leader).toEqual({
    person: { id: 'a', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' },
    designatedPersonId: 'a',
    substitution: null,
    at: saved.at,
  });
  expect(point.state().records.m2?.leader).toBeNull();
});

test('another person needs grounds, complete ones; the designated one has none to give', async () => {
  const point = await enrolled();
  expect(await codeOf(point.signIn(request({ personId: 'b' })))).toBe('substitute-incomplete');
  for (const missing of ['documentNumber', 'signer', 'reason'] as const) {
    const substitution = { ...SUBSTITUTION, [missing]: '  ' };
    expect(await codeOf(point.signIn(request({ personId: 'b', substitution })))).toBe('substitute-incomplete');
  }
  expect(await codeOf(point.signIn(request({ substitution: SUBSTITUTION })))).toBe('input-invalid');
  expect(point.state().sync.lastSeq).toBe(3);
  unwrap(await point.signIn(request({ personId: 'b', substitution: SUBSTITUTION })));
  expect(point.state().records.m1?.leader).toMatchObject({ person: { id: 'b' }, substitution: SUBSTITUTION });
});

test('with nobody designated, anyone of the roster signs in without grounds', async () => {
  const point = await enrolled();
  unwrap(await point.signIn(request({ meetingId: 'm2', personId: 'b' })));
  expect(point.state().records.m2?.leader).toMatchObject({ designatedPersonId: null, substitution: null });
});

test('unknown meetings and people are refused', async () => {
  const point = await enrolled();
  expect(await codeOf(point.signIn(request({ meetingId: 'm9' })))).toBe('meeting-unknown');
  expect(await codeOf(point.signIn(request({ personId: 'z' })))).toBe('roster-unknown-person');
  expect(await codeOf(point.setPin('z', PIN))).toBe('roster-unknown-person');
});

test('a PIN has digits enough, is set once and is not kept readable', async () => {
  const hub = await startSmallHub();
  const point = await openPoint(temporaryFolder());
  unwrap(await point.enrol(hub.code()));
  expect(unwrap(point.pinState('a'))).toMatchObject({ set: false, waitMs: 0 });
  expect(await codeOf(point.signIn(request()))).toBe('pin-missing');
  for (const weak of ['12345', 'abcdef', '']) expect(await codeOf(point.setPin('a', weak))).toBe('pin-weak');
  unwrap(await point.setPin('a', PIN));
  expect(unwrap(point.pinState('a'))).toMatchObject({ set: true, waitMs: 0 });
  expect(await codeOf(point.setPin('a', '135791'))).toBe('pin-already-set');
  expect(await codeOf(point.signIn(request({ pin: '135791' })))).toBe('pin-wrong');
  unwrap(await point.signIn(request()));
});

test('too many wrong PINs wait, also after a restart, and the right one clears the count', async () => {
  const clock = handClock();
  const folder = temporaryFolder();
  const { wrongPinsBeforeWait, waitSeconds } = DEFAULT_POLICY.signIn;
  const first = await enrolled(clock, folder);
  const wrong = request({ pin: '000000' });
  for (let i = 1; i < wrongPinsBeforeWait; i += 1) expect(await codeOf(first.signIn(wrong))).toBe('pin-wrong');
  expect(await first.signIn(wrong)).toMatchObject({ error: { code: 'pin-locked', values: { seconds: waitSeconds } } });
  await first.close();

  const point = await openPoint(folder, { clock });
  expect(unwrap(point.pinState('a'))).toMatchObject({ set: true, waitMs: waitSeconds * 1000 });
  expect(await codeOf(point.signIn(request()))).toBe('pin-locked');
  clock.advance(waitSeconds * 1000 - 1);
  expect(await codeOf(point.signIn(request()))).toBe('pin-locked');
  clock.advance(1);
  // One more try, which waits again when it is wrong.
  expect(await codeOf(point.signIn(wrong))).toBe('pin-locked');
  expect(unwrap(point.pinState('b'))).toMatchObject({ set: true, waitMs: 0 });
  clock.advance(waitSeconds * 1000);
  unwrap(await point.signIn(request()));
  expect(await codeOf(point.signIn(wrong))).toBe('pin-wrong');
});

test('trying all at once gives no more tries', async () => {
  const point = await enrolled();
  const { wrongPinsBeforeWait } = DEFAULT_POLICY.signIn;
  const tries = Array.from({ length: 3 * wrongPinsBeforeWait }, () => codeOf(point.signIn(request({ pin: '000000' }))));
  const outcomes = await Promise.all(tries);
  expect(outcomes.filter((code) => code === 'pin-wrong')).toHaveLength(wrongPinsBeforeWait - 1);
  expect(outcomes).not.toContain('ok');
});

test('a clock that was set back locks nobody out for longer', async () => {
  const clock = handClock();
  const point = await enrolled(clock);
  const { wrongPinsBeforeWait, waitSeconds } = DEFAULT_POLICY.signIn;
  for (let i = 0; i < wrongPinsBeforeWait; i += 1) await point.signIn(request({ pin: '000000' }));
  clock.advance(-24 * 3_600_000);
  expect(unwrap(point.pinState('a')).waitMs).toBe(waitSeconds * 1000);
});
