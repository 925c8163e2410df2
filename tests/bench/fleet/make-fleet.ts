import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { lineHash } from '../../../electron/crypto/signed-line.ts';
import { ENTRY_TYP, GENESIS } from '../../../shared/events/journal-entry.ts';
import { TOKEN_LIFE_SECONDS, TOKEN_TYP } from '../../../shared/protocol/device-token.ts';
import { type PublicKeyJwk, publicKeyJwk } from '../../../shared/protocol/enrolment.ts';
import { meetingRecord } from './record.ts';

/** One request of a point: its body as it goes out, and how its row shows that it arrived. */
export interface FleetPush {
  readonly body: string;
  readonly entries: number;
  /** The device's clock of its first line; also the number of the push, so it is unlike any other of the point. */
  readonly at: number;
}

export interface FleetPoint {
  readonly code: string;
  readonly id: string;
  readonly key: PublicKeyJwk;
  readonly pushes: readonly FleetPush[];
  readonly head: string;
  readonly token: (hubId: string, iat: number) => string;
}

/**
 * Points with keys and lines of their own, signed ahead: none of that is the hub's work.
 * @param senders of the points; the others are enrolled and silent.
 * @param rounds meetings' worth of lines of each point. @param parted in the three pushes a point makes of it, or all in one.
 */
export function makeFleet(points: number, rounds: number, parted: boolean, senders = points): FleetPoint[] {
  return Array.from({ length: points }, (_, i) => makePoint(`${10_000 + i}`, i < senders ? rounds : 0, parted));
}

function makePoint(code: string, rounds: number, parted: boolean): FleetPoint {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = publicKeyJwk.parse(publicKey.export({ format: 'jwk' }));
  const id = thumbprint(key);
  let seq = 0;
  let prev: string = GENESIS;
  const pushes: FleetPush[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const record = meetingRecord();
    for (const events of parted ? record : [record.flat()]) {
      const at = 1_764_000_000_000 + seq;
      const lines = events.map((event) => {
        seq += 1;
        const line = jws({ v: 1, device: id, point: code, seq, prev, at, event }, privateKey, ENTRY_TYP, id);
        prev = lineHash(line);
        return line;
      });
      pushes.push({ body: JSON.stringify({ entries: lines }), entries: lines.length, at });
    }
  }
  const token = (hubId: string, iat: number) =>
    jws({ iss: id, aud: hubId, iat, exp: iat + TOKEN_LIFE_SECONDS, jti: randomUUID() }, privateKey, TOKEN_TYP, id);
  return { code, id, key, pushes, head: prev, token };
}

/** RFC 7638. */
function thumbprint({ crv, kty, x }: PublicKeyJwk): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

function jws(value: unknown, key: KeyObject, typ: string, kid: string): string {
  const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const signed = `${part({ alg: 'EdDSA', typ, kid })}.${part(value)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}
