import { type AppError, appErr } from '../../shared/errors.ts';
import type { ProofFile } from '../../shared/protocol/proof.ts';
import { ok, type Result } from '../../shared/result.ts';
import { verifyProof } from '../crypto/verify-proof.ts';
import type { EnrolledPoint } from './enrolled-point.ts';

/**
 * What proves an entry to somebody who trusts neither this machine nor the province: the line, the receipt that covers it, and
 * from the hub, when it can be asked, where the line stands under its newest checkpoint.
 * Errors: `entry-unknown`; those of `verifyProof` when what is on disk or what the hub answered does not hold.
 */
export async function proveEntry(
  { enrolment, journal, receipts, hub }: EnrolledPoint,
  seq: number,
): Promise<Result<ProofFile, AppError>> {
  const [line] = journal.since(seq - 1, 1);
  if (line?.seq !== seq) return appErr('entry-unknown');
  const receipt = receipts.all().find((one) => one.seq >= seq) ?? null;
  const following = receipt === null ? [] : journal.since(seq, receipt.seq - seq).map(({ jws }) => jws);
  const asked = await hub.checkpoint(0, seq);
  const answer = asked.ok ? asked.value : null;
  const proven = answer?.inclusion?.seq === seq && answer.checkpoint !== null;
  const proof: ProofFile = {
    v: 1,
    kind: 'diem-cau-proof',
    deviceKey: enrolment.deviceKey,
    hub: { id: enrolment.hub.id, key: enrolment.hub.key },
    entry: line.jws,
    receipt: receipt?.jws ?? null,
    following,
    inclusion: proven && answer.inclusion ? { ...answer.inclusion, checkpoint: answer.checkpoint ?? '' } : null,
  };
  const verified = await verifyProof(proof);
  return verified.ok ? ok(proof) : verified;
}
