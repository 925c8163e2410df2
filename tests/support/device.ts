import { randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { ALG, lineHash, signLine } from '../../electron/crypto/signed-line.ts';
import type { CheckRun } from '../../shared/events/event.ts';
import { ENTRY_TYP, GENESIS, type JournalEntry } from '../../shared/events/journal-entry.ts';
import type { JournalEvent } from '../../shared/events/journal-event.ts';
import { TOKEN_LIFE_SECONDS, TOKEN_TYP } from '../../shared/protocol/device-token.ts';
import { type PublicKeyJwk, publicKeyJwk } from '../../shared/protocol/enrolment.ts';

/** A device with a real key that signs as a point does. */
export interface TestDevice {
  readonly id: string;
  readonly key: PublicKeyJwk;
  /** A token for one request; `now` in epoch milliseconds by the device's clock. */
  readonly token: (hubId: string, now: number, changes?: Readonly<Record<string, unknown>>) => Promise<string>;
  /** Signs the event as the next entry of the chain. */
  readonly sign: (event: JournalEvent, at: number) => Promise<string>;
  /** Signs exactly this entry and leaves the chain where it is. */
  readonly signEntry: (entry: JournalEntry) => Promise<string>;
  /** The chain's last entry. */
  readonly head: () => { readonly seq: number; readonly hash: string };
}

export async function makeDevice(point: string): Promise<TestDevice> {
  const { privateKey, publicKey } = await generateKeyPair(ALG, { crv: 'Ed25519' });
  const key = publicKeyJwk.parse(await exportJWK(publicKey));
  const id = await calculateJwkThumbprint(key);
  let head = { seq: 0, hash: GENESIS };
  const signEntry = (entry: JournalEntry) => signLine(entry, privateKey, { typ: ENTRY_TYP, kid: id });
  return {
    id,
    key,
    head: () => head,
    signEntry,
    async sign(event, at) {
      const seq = head.seq + 1;
      const line = await signEntry({ v: 1, device: id, point, seq, prev: head.hash, at, event });
      head = { seq, hash: lineHash(line) };
      return line;
    },
    async token(hubId, now, changes = {}) {
      const iat = Math.floor(now / 1000);
      const claims = { iss: id, aud: hubId, iat, exp: iat + TOKEN_LIFE_SECONDS, jti: randomUUID(), ...changes };
      return signLine(claims, privateKey, { typ: TOKEN_TYP, kid: id });
    },
  };
}

/** A run in which every check passed, but for those of `results`. */
export function checkRunEvent(meetingId: string | null, results: Partial<CheckRun>['results'] = []): CheckRun {
  return {
    type: 'check-run',
    runId: randomUUID(),
    meetingId,
    policyVersion: 'default-1',
    trigger: 'person',
    startedAt: 0,
    durationMs: 1000,
    overall: 'not-ready',
    results: results.length > 0 ? results : [passed('camera')],
  };
}

export function passed(id: CheckRun['results'][number]['id']): CheckRun['results'][number] {
  return { id, verdict: 'pass', reason: 'ok', values: {}, findings: [], measurement: null, durationMs: 10 };
}
