import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { issueApiToken } from '../../../electron/province/auth/api-token.ts';
import { revokeDevice } from '../../../electron/province/db/devices.ts';
import { type DocumentedRoute, documentedRoutes } from '../../../electron/province/http/documented.ts';
import { SCOPES } from '../../../shared/protocol/api-tokens.ts';
import { ROLES } from '../../../shared/protocol/console.ts';
import { may } from '../../../shared/protocol/rights.ts';
import type { TestDevice } from '../../support/device.ts';
import { DECLARED } from './access-declared.ts';
import { onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, OTHER_POINT, POINT, type TestHub } from './hub.ts';

/** Who may ask, and as whom a request of theirs comes. */
type Asker = 'nobody' | 'device' | 'revoked device' | `role ${string}` | `scope ${string}`;
const ASKERS: readonly Asker[] = [
  ...(['nobody', 'device', 'revoked device'] as const),
  ...ROLES.map((role) => `role ${role}` as const),
  ...SCOPES.map((scope) => `scope ${scope}` as const),
];

const openNew = onSqlite();

interface Standing {
  readonly hub: TestHub;
  readonly own: TestDevice;
  readonly other: TestDevice;
  readonly headersOf: (asker: Asker) => Promise<Record<string, string>>;
}

/** A hub at which everybody stands who could ask. */
async function everybody(): Promise<Standing> {
  const hub = await makeHub(await openNew());
  const [own, revoked, other] = [await hub.enrol(), await hub.enrol(), await hub.enrol(OTHER_POINT)];
  const now = hub.clock.ms;
  await revokeDevice(hub.db, revoked.id, now);
  const fixed = new Map<Asker, Record<string, string>>([['nobody', {}]]);
  for (const role of ROLES) fixed.set(`role ${role}`, { ...ORIGIN, ...(await hub.signIn(role)) });
  for (const scope of SCOPES) {
    const token = await issueApiToken(hub.db, { name: scope, scopes: [scope], now, expiresAt: now + 60_000 });
    fixed.set(`scope ${scope}`, { authorization: `Bearer ${token}` });
  }
  const headersOf = async (asker: Asker) => {
    if (asker === 'device') return asDevice(hub, own);
    return asker === 'revoked device' ? asDevice(hub, revoked) : (fixed.get(asker) ?? {});
  };
  return { hub, own, other, headersOf };
}

async function asDevice(hub: TestHub, device: TestDevice): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}` };
}

const cellOf = ({ method, url }: DocumentedRoute) => `${method} ${url}`;

/** As the declaration says it. */
function declared({ doc: { access } }: DocumentedRoute): string {
  switch (access.by) {
    case 'anyone':
    case 'device':
      return access.by;
    case 'session':
      return access.right === null ? 'page' : `right ${access.right}`;
    case 'token':
      return `scope ${access.scope} or right ${access.right}`;
  }
}

/** Asks for nothing that would change anything: the door is before what is asked. */
function request({ method, url, doc }: DocumentedRoute): InjectOptions {
  const path = url.replace(':id', MEETING).replace(':code', POINT).replace(/:\w+/g, 'x');
  const body = method === 'POST' && doc.consumes === undefined ? { payload: [] } : {};
  return { method: method as 'GET', url: path, ...body };
}

describe('the matrix of access', () => {
  it('declares every route there is, and none that is not', async () => {
    const { app } = await makeHub(await openNew());
    const there = Object.fromEntries(documentedRoutes(app).map((route) => [cellOf(route), declared(route)]));
    expect(there).toEqual(DECLARED);
  });

  it('holds in every cell: every route for everybody', async () => {
    const { hub, headersOf } = await everybody();
    const wrong: string[] = [];
    let cells = 0;
    for (const asker of ASKERS) {
      for (const route of documentedRoutes(hub.app)) {
        const opened = mayPass(asker, DECLARED[cellOf(route)] ?? '');
        // A stream never ends, a back-up is long, and signing out would end all the rest.
        if (opened && (/live$|backup$/.test(route.url) || declared(route) === 'page')) continue;
        cells += 1;
        const { statusCode, body } = await hub.app.inject({ ...request(route), headers: await headersOf(asker) });
        const shut = statusCode === 401 || (statusCode === 403 && /auth-forbidden|device-revoked/.test(body));
        if (shut === opened) wrong.push(`${asker} ${cellOf(route)}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(1000);
  }, 60_000);
});

function mayPass(asker: Asker, cell: string): boolean {
  if (cell === 'anyone' || cell === 'page') return true;
  if (cell === 'device') return asker === 'device';
  const right = /right ([\w-]+)$/.exec(cell)?.[1];
  const [kind, name] = asker.split(' ');
  if (kind === 'role') return right !== undefined && may(name as 'admin', right as 'read');
  return asker.startsWith('scope ') && cell.startsWith(`${asker} or `);
}

describe('another point’s data', () => {
  it('is in no answer to a device, nor can lines or answers be given in its name', async () => {
    const { hub, own, other, headersOf } = await everybody();
    for (const url of ['/api/point/feed', '/api/point/own-entries', '/api/point/help', '/api/point/checkpoint']) {
      const { body, statusCode } = await hub.app.inject({ url, headers: await asDevice(hub, other) });
      const told = [POINT, 'Đại biểu mẫu', own.id].filter((text) => body.includes(text));
      expect([url, statusCode, told]).toEqual([url, 200, []]);
    }
    const asked = await hub.json({
      ...{ method: 'POST', url: `/api/console/meetings/${MEETING}/points/${POINT}/asks` },
      ...{ headers: await headersOf('role operator'), payload: { kind: 'recheck', check: 'camera', text: '' } },
    });
    expect(asked.status).toBe(200);
    const url = `/api/point/help/${asked.body.id}/answer`;
    const answer = async (device: TestDevice) =>
      (await hub.json({ method: 'POST', url, payload: { answer: 'accepted' }, headers: await asDevice(hub, device) }))
        .status;
    expect([await answer(other), await answer(own)]).toEqual([404, 200]);
    const event = { type: 'manual-answer', meetingId: MEETING, itemId: 'i', answer: 'yes', note: '' } as const;
    expect((await hub.push(other, [await own.sign(event, 1)])).status).toBe(422);
    const entry = { v: 1, device: other.id, point: POINT, seq: 1, prev: 'genesis', at: 1, event } as const;
    expect((await hub.push(other, [await other.signEntry(entry)])).status).toBe(409);
  });
});
