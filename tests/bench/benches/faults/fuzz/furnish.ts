import { issueApiToken } from '../../../../../electron/province/auth/api-token.ts';
import { hashPassword } from '../../../../../electron/province/auth/password.ts';
import { newSecret, secretHash } from '../../../../../electron/province/auth/secrets.ts';
import { insertSession, putAccount } from '../../../../../electron/province/db/access.ts';
import { insertDevice, revokeDevice } from '../../../../../electron/province/db/devices.ts';
import { insertEnrolmentCode } from '../../../../../electron/province/db/enrolment-codes.ts';
import { setHubAddress } from '../../../../../electron/province/db/hub.ts';
import { upsertPeople } from '../../../../../electron/province/db/people.ts';
import { upsertPoints } from '../../../../../electron/province/db/points.ts';
import { currentPolicy } from '../../../../../electron/province/db/policies.ts';
import type { Db } from '../../../../../electron/province/db/schema.ts';
import { askPoint } from '../../../../../electron/province/help/ask.ts';
import { foundHub } from '../../../../../electron/province/identity.ts';
import { scheduleMeeting } from '../../../../../electron/province/meetings/schedule.ts';
import { addWebhook } from '../../../../../electron/province/webhooks/manage.ts';
import { SCOPES } from '../../../../../shared/protocol/api-tokens.ts';
import { ROLES } from '../../../../../shared/protocol/console.ts';
import type { TestDevice } from '../../../../support/device.ts';
import { unwrap } from '../stage.ts';
import type { KnownValues } from './valid-value.ts';

const PASSWORD = 'mật khẩu của bài thử';
const MEETINGS = ['giao-ban', 'chuyen-de'] as const;
const HOUR_MS = 3_600_000;

/** What stands in the province at the start, with who may ask by name and which values mean something. */
export interface Furnished {
  /** Session tokens by role. */
  readonly sessions: Readonly<Record<string, string>>;
  /** API tokens by scope. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly known: KnownValues;
}

/** Points, people, meetings, devices (the third is revoked), accounts, tokens, a webhook and a question to point 1. */
export async function furnish(db: Db, devices: readonly TestDevice[]): Promise<Furnished> {
  const now = Date.now();
  const hub = await foundHub(db, now);
  await setHubAddress(db, hub.id, 'http://127.0.0.1:7443', null);
  const points = ['1', '2'];
  await upsertPoints(
    db,
    points.map((code) => ({ code, name: `Xã ${code}`, kind: 'commune', cluster: 'Đông' })),
  );
  await upsertPeople(
    db,
    points.flatMap((point) => [
      { point, id: 'chu-tich', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' },
      { point, id: 'pho', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND xã' },
    ]),
  );
  for (const [index, id] of MEETINGS.entries()) {
    const startsAt = now + (index === 0 ? -HOUR_MS / 2 : 24 * HOUR_MS);
    const facts = { title: 'Họp giao ban', invitationNumber: '12/GM-UBND', chair: '', composition: 'head' } as const;
    const asked = {
      ...facts,
      id,
      startsAt,
      expectedEndsAt: startsAt + HOUR_MS,
      profile: '720p',
      points: 'all',
    } as const;
    unwrap(await scheduleMeeting(db, { ...asked, designated: { 1: 'chu-tich' } }, { actor: 'cli', now }));
  }
  const secrets = await enrolAll(db, devices, now);
  const ask = unwrap(
    await askPoint(
      db,
      { kind: 'recheck', check: 'camera', text: '' },
      {
        ...{ meetingId: MEETINGS[0], point: '1', by: 'nguoi-operator', now },
      },
    ),
  );
  const hook = unwrap(
    await addWebhook(db, { url: 'http://127.0.0.1:9/', events: ['meeting.changed'] }, { actor: 'cli', now }),
  );
  const policy = await currentPolicy(db);
  return {
    ...(await letIn(db, now)),
    known: {
      ...{ point: points, points, code: points, pointCode: points, remove: points },
      ...{ meeting: MEETINGS, meetingId: MEETINGS, person: ['chu-tich', 'pho'], personId: ['chu-tich', 'pho'] },
      id: [...MEETINGS, ask.id, hook.id, ...devices.map((device) => device.id)],
      designatedPersonId: ['chu-tich', null],
      ...{ version: [policy.version], policyVersion: [policy.version, null], url: ['http://127.0.0.1:9/'] },
      ...{ secret: secrets, username: ROLES.map(nameOf), password: [PASSWORD, 'sai'], name: ['meetings:read'] },
      ...{ revision: [1, 2], section: ['summary', 'points'], wait: [0], kind: ['commune', 'add', 'change', 'note'] },
    },
  };
}

const nameOf = (role: string): string => `nguoi-${role}`;

async function enrolAll(db: Db, devices: readonly TestDevice[], now: number): Promise<readonly string[]> {
  for (const [index, { id, key }] of devices.entries()) {
    const pointCode = index === 1 ? '2' : '1';
    await insertDevice(db, { id, pointCode, key, name: 'máy thử', appVersion: '0' }, now);
    if (index === 2) await revokeDevice(db, id, now, 'mất máy');
  }
  const secrets = Array.from({ length: 8 }, () => newSecret());
  for (const [index, secret] of secrets.entries()) {
    await insertEnrolmentCode(db, {
      ...{ secret_hash: secretHash(secret), point_code: index % 2 === 0 ? '1' : '2' },
      ...{ created_at: now, expires_at: now + HOUR_MS },
    });
  }
  return secrets;
}

/** An account of each role with a session as signing in makes it, and a token of each scope. */
async function letIn(db: Db, now: number): Promise<Pick<Furnished, 'sessions' | 'tokens'>> {
  const sessions: Record<string, string> = {};
  const tokens: Record<string, string> = {};
  const password_hash = await hashPassword(PASSWORD);
  for (const role of ROLES) {
    await putAccount(db, { username: nameOf(role), role, password_hash, created_at: now });
    const token = newSecret();
    const times = { created_at: now, expires_at: now + HOUR_MS };
    await insertSession(db, { token_hash: secretHash(token), username: nameOf(role), ...times });
    sessions[role] = token;
  }
  for (const scope of SCOPES) {
    tokens[scope] = await issueApiToken(db, { name: scope, scopes: [scope], now, expiresAt: now + HOUR_MS });
  }
  return { sessions, tokens };
}
