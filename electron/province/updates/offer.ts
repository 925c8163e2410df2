import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type Release, release } from '../../../shared/updates/release.ts';
import { firstPoints, type Stage } from '../../../shared/updates/stage.ts';
import { readRelease } from '../../crypto/release.ts';
import { lineHash, payloadOf } from '../../crypto/signed-line.ts';
import { addAudit } from '../db/audit.ts';
import { currentPolicy } from '../db/policies.ts';
import { currentRelease, listEnrolledPoints, putRelease, setStage } from '../db/releases.ts';
import type { Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';
import { stateOf } from './files.ts';

export interface OfferDeps {
  readonly db: Db;
  readonly dataDir: string;
  /** Null: this build carries none, and the points alone will see whether it is signed. */
  readonly key: CryptoKey | null;
}

/**
 * Offers a signed release to the first points. It takes the place of the one that was offered before. Errors: `update-forged`,
 * `update-incomplete` (no installer it names is here, or one differs from what was signed).
 */
export async function offerRelease(
  { db, dataDir, key }: OfferDeps,
  jws: string,
  { actor, now }: Doing,
): Promise<Result<{ readonly version: string }, AppError>> {
  const signed = await readSigned(jws.trim(), key);
  if (signed === null) return appErr('update-forged');
  const states = await Promise.all(signed.files.map((file) => stateOf(dataDir, file)));
  const wrong = states.includes('there') ? states.indexOf('differs') : 0;
  if (wrong >= 0) return appErr('update-incomplete', { file: signed.files[wrong]?.name ?? '' });
  const { version } = signed;
  const { firstPoints: count } = (await currentPolicy(db)).updates;
  const first = firstPoints(version, await listEnrolledPoints(db), count);
  await db.transaction().execute(async (tx) => {
    await putRelease(tx, { hash: lineHash(jws.trim()), version, jws: jws.trim(), at: now, actor, first });
    await addAudit(tx, { at: now, actor, action: 'release-offered', subject: `release:${version}` });
  });
  return ok({ version });
}

/** Offers it to all, to the first points again, or to nobody any more. Error: `release-unknown` when another one is offered. */
export async function stageRelease(
  db: Db,
  version: string,
  stage: Stage,
  { actor, now: at }: Doing,
): Promise<Result<null, AppError>> {
  return db.transaction().execute(async (tx) => {
    const current = await currentRelease(tx);
    if (current?.version !== version) return appErr('release-unknown', { version });
    await setStage(tx, current.hash, stage);
    await addAudit(tx, { at, actor, action: `release-${stage}`, subject: `release:${version}` });
    return ok(null);
  });
}

/** The release that a point is to take, as it was signed; null: none. */
export async function releaseFor(db: Db, pointCode: string): Promise<string | null> {
  const current = await currentRelease(db);
  if (current === undefined || current.stage === 'stopped') return null;
  return current.stage === 'all' || current.first.includes(pointCode) ? current.jws : null;
}

async function readSigned(jws: string, key: CryptoKey | null): Promise<Release | null> {
  if (key !== null) return readRelease(jws, key);
  try {
    return release.parse(payloadOf(jws));
  } catch {
    return null;
  }
}
