import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { onTestFinished } from 'vitest';
import { publicKey, signerOf, signLine, verifyLine } from '../../../electron/crypto/signed-line.ts';
import { CHAIN_START, type ChainHead, verifyNext } from '../../../electron/crypto/verify-chain.ts';
import { type AppError, appErr, ERRORS } from '../../../shared/errors.ts';
import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import { pointMeeting } from '../../../shared/meeting/meeting.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { deviceTokenClaims, TOKEN_TYP } from '../../../shared/protocol/device-token.ts';
import { enrolRequest, type PublicKeyJwk } from '../../../shared/protocol/enrolment.ts';
import { formatEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { pushRequest, RECEIPT_TYP } from '../../../shared/protocol/entries.ts';
import type { Feed } from '../../../shared/protocol/feed.ts';

export const SECRET = 'a-secret-of-one-code';
export const HUB_ID = 'hub-1';

/** What happens to one push: `lose` and `store-then-reset` end the connection, before and after storing. */
export type PushFate =
  | 'answer'
  | 'lose'
  | 'store-then-reset'
  | 'busy'
  | 'never-answer'
  | 'forged-receipt'
  | 'receipt-of-another-chain';

/** A hub of a few lines that speaks the real protocol and misbehaves on demand. What it stored outlives a restart. */
export interface SmallHub {
  readonly url: () => string;
  readonly code: () => string;
  readonly key: PublicKeyJwk;
  /** What it has stored, in order. */
  readonly stored: SignedEntry[];
  /** One outcome for each push so far. */
  readonly pushes: PushFate[];
  /** Chosen for each push by its number, from 0. */
  fate: (push: number) => PushFate;
  feed: Feed;
  feedCalls: number;
  devices: Map<string, PublicKeyJwk>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function feedOf(change: Partial<Feed> = {}): Feed {
  return {
    serverTime: 1_769_800_000_000,
    hub: { id: HUB_ID, name: 'Điểm cầu trung tâm', hotline: '1800' },
    point: { code: '23629', name: 'Xã Ia Pa' },
    roster: [
      { id: 'a', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' },
      { id: 'b', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND xã' },
    ],
    meetings: [meetingOf('m1', 'a'), meetingOf('m2', null)],
    policy: { ...DEFAULT_POLICY, signIn: { ...DEFAULT_POLICY.signIn, pinSetup: 'free' } },
    policies: [],
    requests: [],
    pinCodes: [],
    proposals: [],
    certificate: null,
    update: null,
    ...change,
  };
}

function meetingOf(id: string, designatedPersonId: string | null): Feed['meetings'][number] {
  return pointMeeting.parse({
    id,
    designatedPersonId,
    title: 'Họp giao ban',
    invitationNumber: '12/GM-UBND',
    chair: 'Chủ tịch UBND tỉnh',
    startsAt: 1_769_820_000_000,
    expectedEndsAt: 1_769_830_000_000,
    composition: 'representative',
    profile: '720p',
  });
}

export async function startSmallHub(): Promise<SmallHub> {
  const { signing, key } = await newKey();
  let app: FastifyInstance | null = null;
  let port = 0;
  const hub: SmallHub = {
    url: () => `http://127.0.0.1:${port}`,
    code: () => formatEnrolmentCode({ hub: hub.url(), point: '23629', secret: SECRET }),
    key,
    stored: [],
    pushes: [],
    fate: () => 'answer',
    feed: feedOf(),
    feedCalls: 0,
    devices: new Map(),
    async start() {
      app = routes(hub, signing);
      await app.listen({ host: '127.0.0.1', port });
      port = (app.server.address() as AddressInfo).port;
    },
    async stop() {
      const closing = app?.close();
      app?.server.closeAllConnections();
      await closing;
      app = null;
    },
  };
  await hub.start();
  onTestFinished(hub.stop);
  return hub;
}

async function newKey(): Promise<{ signing: CryptoKey; key: PublicKeyJwk }> {
  const { privateKey, publicKey: publicHalf } = generateKeyPairSync('ed25519');
  const signing = (await importJWK(privateKey.export({ format: 'jwk' }) as JWK, 'EdDSA')) as CryptoKey;
  return { signing, key: { kty: 'OKP', crv: 'Ed25519', x: String(publicHalf.export({ format: 'jwk' }).x) } };
}

function routes(hub: SmallHub, signing: CryptoKey): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true });
  app.post('/api/point/enrolments', async (request, reply) => {
    const body = enrolRequest.parse(request.body);
    if (body.secret !== SECRET) return refuse(reply, 'enrolment-bad-code');
    const deviceId = `device-${body.deviceKey.x.slice(0, 8)}`;
    hub.devices.set(deviceId, body.deviceKey);
    const { point, serverTime } = hub.feed;
    return { deviceId, point, hub: { id: HUB_ID, name: hub.feed.hub.name, key: hub.key }, serverTime };
  });
  app.get('/api/point/feed', async (request, reply) => {
    if ((await deviceOf(hub, request.headers.authorization)) === null) return refuse(reply, 'auth-required');
    hub.feedCalls += 1;
    const { policy, meetings, pinCodes } = hub.feed;
    const etag = `"${policy.version}-${meetings.length}-${pinCodes.map(({ id }) => id).join('.')}"`;
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.header('etag', etag).send(hub.feed);
  });
  app.post('/api/point/entries', async (request, reply) => {
    const device = await deviceOf(hub, request.headers.authorization);
    if (device === null) return refuse(reply, 'auth-required');
    const fate = hub.fate(hub.pushes.length);
    hub.pushes.push(fate);
    if (fate === 'lose') return request.raw.socket.destroy();
    if (fate === 'never-answer') return new Promise(() => undefined);
    if (fate === 'busy') return refuse(reply, 'hub-busy');
    const error = await store(hub, device, pushRequest.parse(request.body).entries);
    if (error) return reply.code(ERRORS[error.code]).send({ error });
    if (fate === 'store-then-reset') return request.raw.socket.resetAndDestroy();
    const head = headOf(hub);
    const hash = fate === 'receipt-of-another-chain' ? 'A'.repeat(43) : head.hash;
    const claims = { device: device.id, seq: head.seq, hash, receivedAt: 1_769_800_000_000 };
    const signer = fate === 'forged-receipt' ? (await newKey()).signing : signing;
    const receipt = await signLine(claims, signer, { typ: RECEIPT_TYP, kid: HUB_ID });
    return { receipt, accepted: 1, duplicates: 0 };
  });
  return app;
}

function refuse(reply: { code: (status: number) => { send: (body: unknown) => unknown } }, code: AppError['code']) {
  return reply.code(ERRORS[code]).send({ error: appErr(code).error });
}

async function deviceOf(hub: SmallHub, authorization = ''): Promise<{ id: string; key: CryptoKey } | null> {
  const token = authorization.replace(/^Bearer /, '');
  const id = signerOf(token);
  const jwk = id === null ? undefined : hub.devices.get(id);
  if (id === null || jwk === undefined) return null;
  const key = await publicKey(jwk);
  const claims = deviceTokenClaims.safeParse(await verifyLine(token, key, TOKEN_TYP));
  return claims.success && claims.data.aud === HUB_ID && claims.data.iss === id ? { id, key } : null;
}

/** As the hub must: what it has already is left out, the rest must follow; all of it or nothing. */
async function store(hub: SmallHub, device: { id: string; key: CryptoKey }, lines: readonly string[]) {
  const known = new Set(hub.stored.map(({ jws }) => jws));
  const fresh: SignedEntry[] = [];
  let head = headOf(hub);
  for (const line of lines) {
    if (known.has(line)) continue;
    const next = await verifyNext(line, head, device);
    if (!next.ok) return next.error;
    fresh.push(next.value);
    head = { seq: next.value.entry.seq, hash: next.value.hash };
  }
  hub.stored.push(...fresh);
  return null;
}

function headOf(hub: SmallHub): ChainHead {
  const last = hub.stored.at(-1);
  return last ? { seq: last.entry.seq, hash: last.hash } : CHAIN_START;
}
