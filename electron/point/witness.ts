import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { CheckpointAnswer, CheckpointClaims } from '../../shared/protocol/checkpoint.ts';
import { ok, type Result } from '../../shared/result.ts';
import { holdsEntry, readCheckpoint } from '../crypto/checkpoint.ts';
import { EMPTY_ROOT } from '../crypto/merkle.ts';
import { isContinued } from '../crypto/merkle-verify.ts';
import type { HubClient } from './hub-client.ts';
import type { Journal } from './journal.ts';
import { onDisk } from './journal-file.ts';
import type { Receipts } from './receipts.ts';
import type { SeenCheckpoints } from './seen-checkpoints.ts';

export interface WitnessWorld {
  readonly journal: Pick<Journal, 'head' | 'since'>;
  readonly receipts: Receipts;
  readonly seen: SeenCheckpoints;
  readonly hub: Pick<HubClient, 'checkpoint'>;
  readonly hubKey: CryptoKey;
  readonly hubId: string;
  readonly device: string;
  readonly now: () => number;
  /** The hub has lost entries after `seq` that it gave a receipt for: they are to be sent again. */
  readonly onLoss: (seq: number) => void;
}

/** Watches that the province's record only grows, and that what this device was given receipts for stays in it. */
export interface Witness {
  /** Whether there is a reason to ask: something sent is not proven yet, or the last look is an hour ago. */
  due(): boolean;
  /** Asks for the newest checkpoint and holds it against the last one. An error is that it could not be asked or stored, not what it found. */
  look(signal?: AbortSignal): Promise<Result<null, AppError>>;
  /** What it found wrong: `checkpoint-rewritten`, `checkpoint-forged`, `checkpoint-lacks-entry`, `journal-rolled-back`. */
  faults(): readonly AppError[];
}

const LOOK_EVERY_MS = 60 * 60_000;
/** By the hub's clock: so long after a receipt, a checkpoint holds the entry. The hub signs within seconds. */
const GRACE_MS = 10 * 60_000;

export function createWitness(world: WitnessWorld): Witness {
  const { journal, receipts, seen, hub, device } = world;
  let lookedAt: number | null = null;
  let found: AppError | null = null;
  /** The entry last reported lost: reported once, or a hub that never keeps it would be sent everything each time. */
  let lost: number | null = null;

  const unproven = () => receipts.last().seq > (seen.base()?.proof?.seq ?? 0);

  async function judge(answer: CheckpointAnswer): Promise<Result<AppError | null, AppError>> {
    const have = answer.received ?? 0;
    const head = journal.head().seq;
    if (have > head) return ok(appErr('journal-rolled-back', { have, seq: head }).error);
    // It told us that it had more: a backup was restored there, or somebody took them out. We still have them.
    const promised = receipts.last().seq;
    const gone = have < promised && answer.received !== undefined;
    if (gone) world.onLoss(have);
    const base = seen.base();
    const before = base ?? { size: 0, root: EMPTY_ROOT };
    if (answer.checkpoint === null) return base ? ok(rewritten(base.size)) : ok(null);
    const claims = await readCheckpoint(answer.checkpoint, world.hubKey);
    if (claims === null || claims.hub !== world.hubId) return ok(appErr('checkpoint-forged', { size: 0 }).error);
    const lacking = lack(answer, claims);
    const follows = isContinued(before, claims, answer.consistency);
    const proof = lacking ? null : answer.inclusion;
    const kept = seen.keep(claims, answer.checkpoint, proof, follows ? 'follows' : 'breaks');
    if (!kept.ok) return kept;
    if (gone) return ok(lacks(promised));
    return ok(follows ? lacking : null);
  }

  function lack({ inclusion }: CheckpointAnswer, claims: CheckpointClaims): AppError | null {
    const receipt = receipts.newest();
    if (receipt === null) return null;
    const hash = inclusion && journal.since(inclusion.seq - 1, 1)[0]?.hash;
    if (inclusion && !(hash && holdsEntry({ device, hash }, inclusion, claims))) return lacks(inclusion.seq);
    const proven = inclusion?.seq ?? 0;
    if (proven >= receipt.seq || claims.at - receipt.receivedAt <= GRACE_MS) return null;
    if (lost !== receipt.seq) world.onLoss(proven);
    lost = receipt.seq;
    return lacks(receipt.seq);
  }

  return {
    due() {
      const since = lookedAt === null ? LOOK_EVERY_MS : world.now() - lookedAt;
      // A clock set back must not put it off.
      return unproven() || since >= LOOK_EVERY_MS || since < 0;
    },
    async look(signal) {
      const asked = onDisk(() => ({ known: seen.base()?.size ?? 0, seq: receipts.last().seq }));
      if (!asked.ok) return asked;
      const answer = await hub.checkpoint(asked.value.known, asked.value.seq || undefined, signal);
      if (!answer.ok) return answer;
      lookedAt = world.now();
      const judged = await judge(answer.value);
      if (!judged.ok) return judged;
      found = judged.value;
      return ok(null);
    },
    faults() {
      const base = seen.openBreak() && seen.base();
      return [...(base ? [rewritten(base.size)] : []), ...(found ? [found] : [])];
    },
  };
}

function rewritten(size: number): AppError {
  return appErr('checkpoint-rewritten', { size }).error;
}

function lacks(seq: number): AppError {
  return appErr('checkpoint-lacks-entry', { seq }).error;
}
