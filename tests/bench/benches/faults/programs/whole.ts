import { signerOf } from '../../../../../electron/crypto/signed-line.ts';
import { verifyJournal } from '../../../../../electron/point/verify-journal.ts';
import { listEntries } from '../../../../../electron/province/db/entries.ts';
import { verifyStored } from '../../../../../electron/province/journal/verify-stored.ts';
import { linesOf } from '../attacks/attack.ts';
import { tell } from '../fault-class.ts';
import { unwrap, withDb } from '../stage.ts';

/** Entries that were acknowledged and are not there, and faults that `point verify` finds, in a point's folder. */
export async function lostAtPoint(dir: string, acknowledged: ReadonlyMap<number, string>): Promise<number> {
  const hashes = new Map<number, string>();
  const audit = unwrap(await verifyJournal(dir, ({ seq, hash }) => hashes.set(seq, hash)));
  for (const { what, seq, error } of audit.faults) tell(`${dir}: ${what} ${seq} ${error.code}`);
  const lost = [...acknowledged].filter(([seq, hash]) => hashes.get(seq) !== hash);
  if (lost.length > 0) tell(`${dir}: ${lost.length} acknowledged entries are gone, from ${lost[0]?.[0]}`);
  return lost.length + audit.faults.length;
}

export interface HubAgainstPoint {
  readonly lost: number;
  readonly doubled: number;
  /** Faults that `province verify` finds. */
  readonly faults: number;
}

/** What the hub has against what the point recorded, which is to be all of it, once, in order. */
export async function hubAgainstPoint(hubDir: string, pointDir: string): Promise<HubAgainstPoint> {
  const own = linesOf(pointDir);
  return withDb(hubDir, async (db) => {
    const device = signerOf(own[0]?.jws ?? '') ?? '';
    const stored = await listEntries(db, device, 0, own.length + 1000);
    const verified = await verifyStored(db);
    const faults = [...verified.faults.map(({ error }) => error), ...verified.tree.faults];
    for (const { code, values } of faults) tell(`province verify: ${code} ${JSON.stringify(values)}`);
    const lines = new Set(stored.map(({ jws }) => jws));
    return {
      lost: own.filter(({ jws }) => !lines.has(jws)).length,
      doubled: stored.length - lines.size + stored.filter(({ jws }, at) => own[at]?.jws !== jws).length,
      faults: faults.length,
    };
  });
}
