import type { CryptoKey } from 'jose';
import { appErr, type ErrorCode } from '../../shared/errors.ts';
import { holdsEntry, readCheckpoint } from '../crypto/checkpoint.ts';
import type { Sqlite } from '../sqlite/open.ts';
import type { JournalFault } from './journal-fault.ts';
import { openSeenCheckpoints, type SeenCheckpoint } from './seen-checkpoints.ts';

/** Checks every checkpoint of the hub that a folder keeps: its signature, that it holds the entry it proved, and that none contradicts another. */
export async function auditCheckpoints(
  db: Sqlite,
  device: string,
  hub: { readonly id: string; readonly key: CryptoKey },
  hashes: ReadonlyMap<number, string>,
): Promise<{ readonly checkpoints: number; readonly faults: readonly JournalFault[] }> {
  const all = openSeenCheckpoints(db, device, Date.now).all();
  const faults: JournalFault[] = [];
  for (const seen of all) {
    const code = await faultOf(seen, device, hub, hashes);
    if (code === null) continue;
    const values = code === 'checkpoint-lacks-entry' ? { seq: seen.proof?.seq ?? 0 } : { size: seen.size };
    faults.push({ device, what: 'checkpoint', seq: seen.size, error: appErr(code, values).error });
  }
  return { checkpoints: all.length, faults };
}

async function faultOf(
  { size, root, jws, proof, standing }: SeenCheckpoint,
  device: string,
  hub: { readonly id: string; readonly key: CryptoKey },
  hashes: ReadonlyMap<number, string>,
): Promise<ErrorCode | null> {
  const head = await readCheckpoint(jws, hub.key);
  if (head === null || head.hub !== hub.id || head.size !== size || head.root !== root) return 'checkpoint-forged';
  const hash = proof && hashes.get(proof.seq);
  if (proof && !(hash && holdsEntry({ device, hash }, proof, head))) return 'checkpoint-lacks-entry';
  return standing === 'breaks' ? 'checkpoint-rewritten' : null;
}
