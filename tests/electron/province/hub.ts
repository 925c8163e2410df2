import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import { build } from '../../../electron/province/app.ts';
import { hashPassword } from '../../../electron/province/auth/password.ts';
import { secretHash } from '../../../electron/province/auth/secrets.ts';
import { createTokenWindow } from '../../../electron/province/auth/token-window.ts';
import { putAccount } from '../../../electron/province/db/access.ts';
import { insertEnrolmentCode } from '../../../electron/province/db/enrolment-codes.ts';
import { setHubAddress } from '../../../electron/province/db/hub.ts';
import { upsertPeople } from '../../../electron/province/db/people.ts';
import { upsertPoints } from '../../../electron/province/db/points.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { DEFAULT_LIMITS, type HubDeps } from '../../../electron/province/deps.ts';
import { foundHub } from '../../../electron/province/identity.ts';
import { createLiveBus } from '../../../electron/province/live-bus.ts';
import { stderrLog } from '../../../electron/province/log.ts';
import { scheduleMeeting } from '../../../electron/province/meetings/schedule.ts';
import { printHere } from '../../../electron/province/reports/press/print-here.ts';
import type { Role } from '../../../shared/protocol/console.ts';
import { makeDevice, type TestDevice } from '../../support/device.ts';

export const POINT = '21553';
export const OTHER_POINT = '21583';
export const MEETING = 'giao-ban';
export const PASSWORD = 'mật khẩu thử nghiệm';
/** Hundreds of tests sign in. */
const QUICK = { N: 2 ** 10, r: 8, p: 1 };
export const START = Date.parse('2026-01-31T08:00:00+07:00');
export const ORIGIN = { origin: 'http://localhost:7443', host: 'localhost:7443' };

/** The hub in this process, two points, one meeting, and a clock that is moved by hand. */
export interface TestHub {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly deps: HubDeps;
  readonly clock: { ms: number };
  readonly json: (request: InjectOptions) => Promise<{ status: number; body: Record<string, unknown> }>;
  readonly enrol: (point?: string) => Promise<TestDevice>;
  readonly push: (device: TestDevice, entries: readonly string[]) => ReturnType<TestHub['json']>;
  /** Signs in as an account of the role and answers the cookie's header. */
  readonly signIn: (role: Role) => Promise<{ cookie: string }>;
}

/** `furnishing`: whether the points and the meeting are still to be put there. */
export async function makeHub(db: Db, changes: Partial<HubDeps> = {}, furnishing = true): Promise<TestHub> {
  const clock = { ms: START - 60 * 60_000 };
  const identity = await foundHub(db, clock.ms);
  if (furnishing) await furnish(db, identity.id, clock.ms);
  const deps: HubDeps = {
    db,
    store: { dataDir: tempDir() },
    hub: identity,
    clock: { now: () => clock.ms },
    log: stderrLog('silent'),
    link: null,
    live: createLiveBus(),
    tokens: createTokenWindow(),
    press: printHere(db),
    consoleDir: null,
    https: false,
    limits: DEFAULT_LIMITS,
    ...changes,
  };
  const app = await build(deps);
  onTestFinished(async () => {
    await app.close();
  });
  const json: TestHub['json'] = async (request) => {
    const answer = await app.inject(request);
    return { status: answer.statusCode, body: bodyOf(answer) };
  };
  return {
    app,
    db,
    deps,
    clock,
    json,
    enrol: (point = POINT) => enrolOne(json, db, clock.ms, point),
    async push(device, entries) {
      const authorization = `Bearer ${await device.token(identity.id, clock.ms)}`;
      return json({ method: 'POST', url: '/api/point/entries', headers: { authorization }, payload: { entries } });
    },
    signIn: (role) => signInAs(app, db, clock.ms, role),
  };
}

/** For files beside the database; gone with the test. */
function tempDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dc-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function furnish(db: Db, hubId: string, now: number): Promise<void> {
  await setHubAddress(db, hubId, 'http://127.0.0.1:7443', null);
  await upsertPoints(db, [
    { code: POINT, name: 'Phường Quy Nhơn Bắc', kind: 'ward' },
    { code: OTHER_POINT, name: 'Phường An Khê', kind: 'ward' },
  ]);
  await upsertPeople(db, [
    { point: POINT, id: 'chu-tich', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND phường' },
    { point: POINT, id: 'pho', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND phường' },
  ]);
  const scheduled = await scheduleMeeting(
    db,
    {
      id: MEETING,
      title: 'Họp giao ban',
      invitationNumber: '12/GM-UBND',
      chair: '',
      startsAt: START,
      expectedEndsAt: START + 2 * 60 * 60_000,
      composition: 'head',
      profile: '720p',
      points: 'all',
      designated: { [POINT]: 'chu-tich' },
    },
    { actor: 'cli', now },
  );
  if (!scheduled.ok) throw new Error(scheduled.error.code);
}

export async function putCode(db: Db, point: string, now: number, secret: string): Promise<void> {
  const expires_at = now + 60_000;
  await insertEnrolmentCode(db, { secret_hash: secretHash(secret), point_code: point, created_at: now, expires_at });
}

async function enrolOne(json: TestHub['json'], db: Db, now: number, point: string): Promise<TestDevice> {
  const device = await makeDevice(point);
  const secret = `secret-for-${device.id}`;
  await putCode(db, point, now, secret);
  const payload = { point, secret, deviceKey: device.key, deviceName: 'máy thử', appVersion: '0.1.0' };
  const { status } = await json({ method: 'POST', url: '/api/point/enrolments', payload });
  if (status !== 200) throw new Error(`enrolment answered ${status}`);
  return device;
}

async function signInAs(app: FastifyInstance, db: Db, now: number, role: Role): Promise<{ cookie: string }> {
  const username = `nguoi-${role}`;
  await putAccount(db, { username, role, password_hash: await hashPassword(PASSWORD, QUICK), created_at: now });
  const answer = await app.inject({
    method: 'POST',
    url: '/api/console/session',
    headers: ORIGIN,
    payload: { username, password: PASSWORD },
  });
  const [cookie] = answer.cookies;
  if (cookie === undefined) throw new Error(`signing in answered ${answer.statusCode}`);
  return { cookie: `${cookie.name}=${cookie.value}` };
}

/** Tables and documents are answers too, and no JSON: those come as `text`. */
function bodyOf({ headers, body }: Pick<LightMyRequestResponse, 'headers' | 'body'>): Record<string, unknown> {
  if (body === '') return {};
  return String(headers['content-type']).startsWith('application/json') ? JSON.parse(body) : { text: body };
}
