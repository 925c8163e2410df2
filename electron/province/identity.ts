import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { DEFAULT_POLICY } from '../../shared/policy/default-policy.ts';
import { type PublicKeyJwk, publicKeyJwk } from '../../shared/protocol/enrolment.ts';
import { createTranslator } from '../../shared/strings/translator.ts';
import { ALG, publicKey as importKey } from '../crypto/signed-line.ts';
import { newSecret } from './auth/secrets.ts';
import { findHub, insertHub } from './db/hub.ts';
import { addPolicy } from './db/policies.ts';
import type { Db, HubTable } from './db/schema.ts';
import type { HubIdentity } from './deps.ts';

/** What the hub says of itself, and where it was last reached. */
export interface HubFacts {
  readonly id: string;
  readonly name: string;
  readonly hotline: string;
  readonly publicKey: PublicKeyJwk;
  readonly publicUrl: string | null;
  readonly pin: string | null;
}

/** Makes the hub's id, key and first policy on a new database, and answers its identity. */
export async function foundHub(db: Db, now: number): Promise<HubIdentity> {
  const row = (await findHub(db)) ?? (await insertNewHub(db, now));
  return { id: row.id, key: await importKey(privateJwk(row)) };
}

/** Throws on a database without a hub. */
export async function hubFacts(db: Db): Promise<HubFacts> {
  const row = await findHub(db);
  if (row === undefined) throw new Error('the database holds no hub');
  const { id, name, hotline, public_url: publicUrl, pin } = row;
  return { id, name, hotline, publicKey: publicKeyJwk.parse(privateJwk(row)), publicUrl, pin };
}

async function insertNewHub(db: Db, now: number): Promise<HubTable> {
  const founded = newHub(await newPrivateKey(), now);
  await db.transaction().execute(async (tx) => {
    await insertHub(tx, founded);
    await addPolicy(tx, DEFAULT_POLICY, now);
  });
  // Another process may have been first: its hub counts.
  return (await findHub(db)) ?? founded;
}

async function newPrivateKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALG, { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}

function newHub(key: JWK, now: number): HubTable {
  return {
    only_row: 1,
    id: `hub-${newSecret().slice(0, 16)}`,
    name: createTranslator('vi').t('report.hubName'),
    hotline: '',
    private_key: JSON.stringify(key),
    public_url: null,
    pin: null,
    created_at: now,
    moved_to: null,
  };
}

function privateJwk(row: HubTable): JWK {
  return JSON.parse(row.private_key) as JWK;
}
